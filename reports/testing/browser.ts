/**
 * Finds a Chromium for the tests of the pages. As a command it also gets one where there is none: the
 * package of the distribution, or Playwright’s own download where that is not to be had.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type LaunchOptions } from '@playwright/test';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function findBrowser(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  return [...(given ? [given] : []), chromium.executablePath(), ...INSTALLED].find((path) =>
    existsSync(path),
  );
}

/**
 * What to start the browser with. As root, as in most pipelines, Chromium has no sandbox.
 * @throws {Error} where there is none
 */
export function launchOptions(): LaunchOptions {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error('No Chromium is found: install one, or name its program in CHROMIUM_PATH.');
  }
  return {
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/** Root is taken for a machine of a pipeline; on anybody's own machine no package is installed. */
function install(): boolean {
  const playwright = join(dirname(createRequire(import.meta.url).resolve('@playwright/test')), 'cli.js');
  const isRoot = process.getuid?.() === 0;
  const ways: string[][][] = [
    ...(isRoot
      ? [
          [
            ['apt-get', 'update', '-q'],
            ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
          ],
        ]
      : []),
    [[process.execPath, playwright, 'install', 'chromium']],
  ];
  return ways.some((commands) => commands.every(succeeds) && findBrowser() !== undefined);
}

function succeeds([command = '', ...args]: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 300_000 }).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (findBrowser() === undefined && !install()) {
    process.stderr.write(
      'No Chromium could be installed: install one, or name its program in CHROMIUM_PATH.\n',
    );
    process.exitCode = 1;
  }
}
