import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppProcess, choosePlace, startInVain, startProgram } from '../support/app-process.ts';

const token = '123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11';

describe('starting the program', () => {
  let folder: string;
  let place: Awaited<ReturnType<typeof choosePlace>>;
  let running: AppProcess[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'followthrough-program-'));
    place = await choosePlace(join(folder, 'data'));
  });
  afterEach(async () => {
    await Promise.all(running.map((program) => program.stop()));
    running = [];
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (environment = place.env) => {
    const program = await startProgram(environment);
    running.push(program);
    return program;
  };

  it('prints the two addresses, and both answer', async () => {
    const program = await start();
    expect(program.output()).toContain(`Simulator   ${place.simulatorUrl}`);
    expect(program.output()).toContain(`Mini App    ${place.appUrl}`);
    for (const address of [
      place.simulatorUrl,
      place.appUrl,
      `${place.appUrl}/healthz`,
      `${place.appUrl}/readyz`,
    ]) {
      expect((await fetch(address)).status, address).toBe(200);
    }
  });

  it('ends in order on SIGTERM, and gives the data folder back', async () => {
    const program = await start();
    expect(await program.stop('SIGTERM')).toBe(0);
    expect(program.output()).not.toMatch(/"level":(50|60)/);
    await start();
  });

  it('ends with npm, which does not pass a SIGTERM on, and starts again at once', async () => {
    const npm = await startProgram(place.env, ['npm', 'start']);
    await npm.stop('SIGTERM');
    await start();
    expect(npm.output()).not.toMatch(/"level":(50|60)/);
  });

  it('refuses a data folder that another process uses, and says what to do', async () => {
    await start();
    const other = await choosePlace(place.env.DATA_DIR);
    const { code, output } = await startInVain(other.env);
    expect(code).toBe(1);
    expect(output).toMatch(/in use by process \d+\. Stop that Followthrough first, or set DATA_DIR/);
  });

  it('takes over a data folder whose process was killed', async () => {
    const program = await start();
    await program.stop('SIGKILL');
    await start();
  });

  it('refuses a data folder it cannot use', async () => {
    writeFileSync(join(folder, 'file'), 'not a folder');
    const { code, output } = await startInVain({ ...place.env, DATA_DIR: join(folder, 'file') });
    expect(code).toBe(1);
    expect(output).toMatch(/data folder .* cannot be used .* or set DATA_DIR to another one/);
    expect(output).not.toMatch(/\bat .*\.ts:\d+/);
  });

  it('refuses a port that is taken, and names the variable', async () => {
    await start();
    const other = await choosePlace(join(folder, 'other'));
    const { code, output } = await startInVain({ ...other.env, PORT: place.env.PORT });
    expect(code).toBe(1);
    expect(output).toContain(`Port ${place.env.PORT} is in use by another program`);
    expect(output).toContain('set PORT to another number');
  });

  it('refuses a wrong configuration by the name of the variable, never by its value', async () => {
    const { code, output } = await startInVain({
      ...place.env,
      BOT_TOKEN: token,
      PUBLIC_URL: 'ftp://secret.example',
    });
    expect(code).toBe(1);
    expect(output).toContain('PUBLIC_URL must be an address that starts with https://');
    expect(output).not.toContain('secret.example');
    expect(output).not.toContain(token);
  });

  it('says so when Telegram cannot be reached', async () => {
    const nobody = (await choosePlace(folder)).appUrl;
    const environment = { ...place.env, BOT_TOKEN: token, BOT_MODE: 'polling', TELEGRAM_API_ROOT: nobody };
    const { code, output } = await startInVain(environment);
    expect(code).toBe(1);
    expect(output).toContain('Telegram cannot be reached');
    expect(output).not.toContain(token);
  });
});
