// GNU Wget: one process for a request; its cookies stay in a file.
import { fieldOptions, session, versionLine } from './command.mjs';
import { contentOf, run } from './plan.mjs';

await run({
  about: async () => ({
    name: 'Wget', short: 'Wget',
    version: (await versionLine('wget')).split(' ')[2],
    settings: 'a process for each request, cookies kept in a file between them; `--post-file` for POST, `--method` and '
      + '`--body-file` for the rest; `--user` and `--password`',
  }),

  session: async (exercise, signal) => session(signal, async (row, shell) => {
    const answers = [];
    for (const request of row) {
      answers.push(await send(request, shell));
    }
    return answers;
  }),
});

async function send(request, shell) {
  const { code, stderr } = await shell.run('wget', [
    ...['--server-response', '-O', 'out', '--load-cookies', 'cookies', '--save-cookies', 'cookies', '--keep-session-cookies'],
    ...method(request, shell.file('in', request)),
    ...fieldOptions(request.fields),
    ...(request.credentials ? ['--user', request.credentials.user, '--password', request.credentials.password] : []),
    request.url,
  ]);
  const status = stderr.match(/^ {2}HTTP\/\S+ \d+/gm)?.at(-1).split(' ').at(-1);
  // 8: the server answered with an error
  if (!status || (code !== 0 && code !== 8)) {
    return { error: stderr.trim().split('\n').at(-1) };
  }
  // The URLs in its log have no fragments: they tell nothing of where one went
  return { status, content: shell.read('out'), success: code === 0 };
}

function method(request, file) {
  if (request.method === 'GET') {
    return [];
  }
  if (request.method === 'POST') {
    return ['--post-file', file];
  }
  return [`--method=${request.method}`, ...(contentOf(request) === undefined ? [] : [`--body-file=${file}`])];
}
