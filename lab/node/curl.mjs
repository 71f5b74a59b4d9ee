// curl: one process for the requests of an exercise, up to a pause; its cookies stay in a file.
import { fieldOptions, session, versionLine } from './command.mjs';
import { run } from './plan.mjs';

await run({
  about: async () => ({
    name: 'curl', short: 'curl',
    version: (await versionLine('curl')).split(' ')[1],
    settings: '`--location`; cookies kept (`-b`, `-c`); `--data-binary` for POST, `-T` for PUT, `-I` for HEAD; credentials with '
      + '`--anyauth`, or `--basic` or `--digest` where the exercise names the scheme',
  }),

  session: async (exercise, signal) => session(signal, send),
});

async function send(row, shell) {
  const args = row.flatMap((request, at) => [
    ...(at > 0 ? ['--next'] : []),
    ...['--silent', '--show-error', '--location', '-b', 'cookies', '-c', 'cookies', '-o', `out-${at}`, '-w', '%{json}\n'],
    ...method(request, shell.file(`in-${at}`, request)),
    ...fieldOptions(request.fields),
    ...credentials(request.credentials),
    request.url,
  ]);
  const { stdout, stderr } = await shell.run('curl', args);
  const outcomes = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  return row.map(({ method: sent }, at) => {
    const content = sent === 'HEAD' ? '' : shell.read(`out-${at}`); // with --head it writes the fields there
    return answer(outcomes[at] ?? { errormsg: stderr.trim() }, content);
  });
}

function method(request, file) {
  const content = request.content !== undefined || request.size !== undefined;
  switch (request.method) {
    case 'GET': return [];
    case 'HEAD': return ['--head'];
    case 'POST': return ['--data-binary', `@${file}`];
    case 'PUT': return ['--upload-file', file];
    default: return ['--request', request.method, ...(content ? ['--data-binary', `@${file}`] : [])];
  }
}

function credentials(given) {
  return given ? [`--${(given.scheme ?? 'anyauth').toLowerCase()}`, '--user', `${given.user}:${given.password}`] : [];
}

/** Without --fail curl calls every status a success: so it says nothing of that. */
function answer({ exitcode, errormsg, http_code: status, url_effective: url }, content) {
  return exitcode === 0 ? { status, content, url } : { error: errormsg };
}
