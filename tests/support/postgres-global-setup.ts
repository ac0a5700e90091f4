import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { openPostgres } from '../../server/db/client.ts';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server, without a database name, when the tests of this project run on PostgreSQL. */
    postgresUrl: string;
  }
}

/** Starts one PostgreSQL for the project and migrates the template that each test file's database is copied from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const admin = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
  await admin`create database followthrough_template`;
  await admin.end();
  const template = await openPostgres(server.url('followthrough_template'));
  await template.close();
  project.provide('postgresUrl', server.url(''));
  return () => server.stop();
}
