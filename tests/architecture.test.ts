import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Who may import what. Each folder of server/ may use the folders to its right in this list, never those to its left:
 * that keeps the domain free of Telegram, HTTP and the clock, and makes cycles impossible.
 */
const layers = [
  'simulator',
  'pollers',
  'http',
  'telegram',
  'views',
  'followups',
  'capture',
  'plans',
  'playbook',
  'leads',
  'auth',
  'briefings',
  'reminders',
  'chat-messages',
  'activities',
  'instances',
  'model',
  'time',
  'i18n',
  'db',
];

const domain = [
  'views',
  'followups',
  'capture',
  'plans',
  'playbook',
  'leads',
  'auth',
  'briefings',
  'reminders',
  'chat-messages',
  'activities',
  'instances',
  'time',
];

/** Pure files do no I/O and know no database. */
const pure = [
  'server/plans/timing.ts',
  'server/plans/schedule.ts',
  'server/plans/explain.ts',
  'server/plans/snooze.ts',
  'server/plans/retime.ts',
  'server/plans/time-change.ts',
  'server/plans/around-away.ts',
  'server/plans/reflow.ts',
  'server/plans/away-text.ts',
  'server/plans/away-day.ts',
  'server/plans/away-period.ts',
  'server/plans/calendar-words.ts',
  'server/plans/choose-template.ts',
  'server/time/places.ts',
  'server/reminders/delivery.ts',
  'server/followups/stale.ts',
  'server/capture/reading/read-text.ts',
  'server/capture/reading/read-file.ts',
  'server/auth/init-data.ts',
  'server/auth/session-token.ts',
  'server/telegram/callback-data.ts',
  'server/telegram/links.ts',
];

type Source = { file: string; text: string; imports: string[] };

function sources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      // A type costs nothing at run time and ties nobody down.
      const runtime = text.replace(/import type [^;]+;/g, '');
      const imports = [...runtime.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) =>
        resolve(file, name ?? ''),
      );
      return { file, text, imports };
    });
}

function resolve(file: string, name: string): string {
  if (name.startsWith('#server/')) return name.replace('#', '');
  return name.startsWith('.') ? normalize(join(dirname(file), name)) : name;
}

const folderOf = (path: string) => path.match(/^server\/([\w-]+)\//)?.[1];
const server = sources('server');
const app = sources('app');
const violations = (files: Source[], isWrong: (target: string, source: Source) => boolean) =>
  files.flatMap((source) =>
    source.imports
      .filter((target) => isWrong(target, source))
      .map((target) => `${source.file} imports ${target}`),
  );

describe('the architecture', () => {
  it('lets each folder of server/ import only from the layers below it', () => {
    const wrong = violations(server, (target, { file }) => {
      const [from, to] = [folderOf(file), folderOf(target)];
      return (
        from !== undefined && to !== undefined && from !== to && layers.indexOf(to) < layers.indexOf(from)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('knows every folder of server/', () => {
    const folders = new Set(server.map(({ file }) => folderOf(file)).filter(Boolean));
    expect([...folders].filter((folder) => !layers.includes(folder ?? ''))).toEqual([]);
  });

  it('keeps app/ and React out of server/', () => {
    expect(violations(server, (target) => target.startsWith('app/') || /^react/.test(target))).toEqual([]);
  });

  it('lets only the pages of the composition root import Next.js', () => {
    const files = server.filter(({ imports }) => imports.some((name) => /^next(\/|$)/.test(name)));
    expect(files.map(({ file }) => file)).toEqual(['server/pages.ts']);
  });

  it('keeps frameworks out of the domain', () => {
    const files = server.filter(({ file }) => domain.includes(folderOf(file) ?? ''));
    expect(
      violations(files, (target) => /^(next|react|grammy|@grammyjs|node-cron|pino)/.test(target)),
    ).toEqual([]);
  });

  it('keeps the clock and the environment out of the domain', () => {
    const files = server.filter(({ file }) => domain.includes(folderOf(file) ?? ''));
    const wrong = files.filter(({ text }) =>
      /Date\.now\(\)|new Date\(\)|process\.env|Temporal\.Now\./.test(text),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('keeps the pure files pure', () => {
    const files = server.filter(({ file }) => pure.includes(file));
    expect(files).toHaveLength(pure.length);
    expect(
      violations(files, (target) => /^(server\/db|drizzle|postgres|node:(fs|http|net|child))/.test(target)),
    ).toEqual([]);
  });

  it('loads the simulator by dynamic import from one place only', () => {
    const wrong = [...server, ...app].filter(
      ({ file, imports }) =>
        !file.startsWith('server/simulator/') && imports.some((name) => name.startsWith('server/simulator')),
    );
    expect(wrong.map(({ file }) => file)).toEqual(['server/telegram-end.ts']);
    expect(readFileSync('server/telegram-end.ts', 'utf8')).toContain("await import('./simulator/index.ts')");
  });

  it('gives browsers nothing of server/ but types', () => {
    const client = app.filter(({ text }) => /^['"]use client['"]/.test(text));
    expect(client.length).toBeGreaterThan(10);
    expect(
      violations(client, (target) => target.startsWith('server/') || target.includes('_lib/server/')),
    ).toEqual([]);
  });

  it('lets every server action pass through userAction, and every read through userRead', () => {
    const actions = app.filter(({ file }) => file.startsWith('app/actions/'));
    const exported = actions.flatMap(({ text }) => [
      ...text.matchAll(/^export (?:const|async function|function) (\w+)(.*)$/gm),
    ]);
    expect(exported.length).toBeGreaterThan(10);
    for (const [, name, rest] of exported) expect(`${name}${rest}`).toMatch(/ = userAction\(/);
    const reads = app.filter(({ file }) => file.startsWith('app/api/') && !file.includes('/session/'));
    for (const { file, text } of reads) expect(text, file).toMatch(/^export const GET = userRead/m);
  });
});
