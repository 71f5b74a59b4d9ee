// What the command line clients share: a folder for each exercise, and a program run in it.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { contentOf } from './plan.mjs';

/** A session whose sendRow(row, shell) starts programs in a folder of its own, until the signal ends them. */
export function session(signal, sendRow) {
  const folder = mkdtempSync(join(tmpdir(), 'lab-'));
  const shell = {
    /** Writes a request's content to a file, and gives its name. */
    file(name, request) {
      writeFileSync(join(folder, name), contentOf(request) ?? '');
      return name;
    },
    /** What a program wrote to a file; nothing, if it wrote none. */
    read(name) {
      try {
        return readFileSync(join(folder, name), 'utf8');
      } catch {
        return '';
      }
    },
    run(program, args) {
      return new Promise((done) => {
        execFile(program, args, { cwd: folder, signal, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
          done({ code: error ? error.code : 0, stdout, stderr });
        });
      });
    },
  };
  return { sendRow: (row) => sendRow(row, shell), close: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The first line of what a program says with --version. */
export async function versionLine(program) {
  return (await promisify(execFile)(program, ['--version'])).stdout.split('\n', 1)[0];
}

export function fieldOptions(fields = {}) {
  return Object.entries(fields).flatMap(([name, value]) => ['--header', `${name}: ${value}`]);
}
