// Writes docs/clients.md from what a run has left in a folder: report.json, about/{client}.json, what each adapter left out
// and why (said/{client}), the clients that were left out, and the command line. It adds nothing to that.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name), 'utf8');
const MARKS = { passed: '✓', failed: '✗', noted: '●', 'not-seen': '–' };
const LONGEST = 240; // characters of a line of evidence

const report = JSON.parse(read('report.json'));
const clients = report.clients.map((client) => ({ ...client, about: JSON.parse(read(`about/${client.client}.json`)) }));
for (const client of clients) {
  const reasons = new Map([...read(`said/${client.client}`).matchAll(/^(\S+): left out: (.*)$/gm)].map(([, name, reason]) => [name, reason]));
  client.exercises.filter(({ name, verdict }) => verdict === 'not-seen' && reasons.has(name)).forEach((exercise) => {
    exercise.says = `Left out: ${reasons.get(exercise.name)}.`;
  });
}
const exercises = clients[0].exercises; // the same for all, in order
const groups = [...new Set(exercises.map((exercise) => exercise.group))];

const count = (client, verdict) => client.exercises.filter((exercise) => exercise.verdict === verdict).length;
const anchor = (client, exercise) => `${client.client}--${exercise.name}`;
const clause = ({ label, url }) => (url ? `[${label}](${url})` : label);
const row = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map((_, at) => (at === 0 ? '---' : ':-:'))), ...rows.map(row)].join('\n');
const title = (client) => `${client.about.name} ${client.about.version}`;

function summary() {
  return table(
    ['Client', 'Column', ...Object.entries(MARKS).map(([verdict, mark]) => `${mark} ${verdict.replace('-', ' ')}`)],
    clients.map((client) => [`[${title(client)}](#${client.client})`, client.about.short, ...Object.keys(MARKS).map((verdict) => count(client, verdict))]),
  );
}

/** The table of a group; a client of which nothing was to be seen there is named under it. */
function groupTable(group) {
  const rows = exercises.filter((exercise) => exercise.group === group);
  const found = (client, name) => client.exercises.find((exercise) => exercise.name === name);
  const seen = clients.filter((client) => rows.some(({ name }) => found(client, name).verdict !== 'not-seen'));
  const unseen = clients.filter((client) => !seen.includes(client)).map((client) => client.about.name);
  return [
    table([' ', ...seen.map(head)], rows.map((exercise) => [
      `${exercise.title}<br><sub>${source(exercise)}</sub>`,
      ...seen.map((client) => cell(client, found(client, exercise.name))),
    ])),
    ...(unseen.length > 0 ? [`Not in this table, since they were not seen in any of its rows: ${unseen.join(', ')}.`] : []),
  ].join('\n\n');
}

function head(client) {
  return `<sub>[${client.about.short}](#${client.client} "${title(client)}")</sub>`;
}

function source({ clause: { label, url }, level }) {
  return `${clause({ label: label.replaceAll(' ', '\u00a0'), url })}\u00a0${level}`;
}

function cell(client, exercise) {
  const mark = MARKS[exercise.verdict];
  return ['failed', 'noted'].includes(exercise.verdict) ? `[${mark}](#${anchor(client, exercise)})` : mark;
}

function section(client) {
  const of = (verdict) => client.exercises.filter((exercise) => exercise.verdict === verdict);
  return [
    `<a id="${client.client}"></a>`,
    `### ${title(client)}`,
    `Set up: ${client.about.settings}.`,
    ...listed('Failed', of('failed'), (exercise) => finding(client, exercise)),
    ...listed('Noted', of('noted'), (exercise) => finding(client, exercise)),
    ...listed('Not seen', byReason(of('not-seen')), ([says, names]) => `- ${names.map((name) => `\`${name}\``).join(', ')}: ${prose(says)}`),
  ].join('\n\n');
}

function byReason(some) {
  const names = new Map();
  some.forEach(({ says, name }) => names.set(says, [...(names.get(says) ?? []), name]));
  return [...names];
}

function listed(heading, items, line) {
  return items.length > 0 ? [`**${heading}**`, items.map(line).join('\n')] : [];
}

function finding(client, exercise) {
  const { name, level, verdict } = exercise;
  const evidence = verdict === 'failed' ? ['', '  ```', ...exercise.evidence.map(trimmed), '  ```', ''] : [];
  return [`- <a id="${anchor(client, exercise)}"></a>\`${name}\` (${level}, ${clause(exercise.clause)}): ${prose(exercise.says)}`, ...evidence].join('\n');
}

/** A sentence in which nothing is markup, and URLs are as they were sent. */
function prose(text) {
  return visible(text).split(/(https?:\/\/\S*[^\s.,])/)
    .map((part, at) => (at % 2 === 1 ? `\`${part}\`` : part.replace(/[\\`*_<>[\]]/g, '\\$&')))
    .join('');
}

function trimmed(line) {
  return `  ${visible(line)}`;
}

/** One line, not too long, of what was sent or told. */
function visible(text) {
  const line = text.replaceAll(report.lab, '…').replace(/[\x00-\x1f\x7f]/g, (control) => JSON.stringify(control).slice(1, -1));
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** What is written by hand, if all that it refers to has come about again. */
function reading() {
  const text = readFileSync(new URL('reading.md', import.meta.url), 'utf8').trim();
  const there = new Set(clients.flatMap((client) => client.exercises
    .filter(({ verdict }) => ['failed', 'noted'].includes(verdict))
    .map((exercise) => anchor(client, exercise))));
  const gone = [...text.matchAll(/\]\(#(.*?)\)/g)].map(([, name]) => name).filter((name) => !there.has(name));
  if (gone.length > 0) {
    console.error(`lab: "What surprised" is left out, since ${gone.length} of its findings are not in the table, such as ${gone[0]}`);
    return [];
  }
  return ['## What surprised', text];
}

function system() {
  try {
    return ` on ${readFileSync('/etc/os-release', 'utf8').match(/^PRETTY_NAME="?(.*?)"?$/m)[1]}`;
  } catch {
    return '';
  }
}

const made = `Made by \`${read('line').trim()}\` on ${report.created.slice(0, 10)}${system()}; each client told its version itself.`;
const leftOut = read('left-out').trim().replaceAll('\n', '; ');

console.log([
  '# How well do HTTP clients speak HTTP?',
  '<!-- Written by lab/run. "What surprised" is lab/reading.md; everything else is from the report of one lab. -->',
  'Real clients did the exercises of one [lab](../README.md#the-client-lab), each as it always does. '
    + `The server, which spoke HTTP/1.1 alone, recorded what arrived, and judged. ${made}`,
  [
    `- ${MARKS.passed} passed`,
    `- ${MARKS.failed} failed: the clause, or common practice where it says so, asks for something else; the mark leads to the evidence`,
    `- ${MARKS.noted} noted: the RFC leaves it open, and it is no failure; the mark leads to what the client did`,
    `- ${MARKS['not-seen']} not seen: there was nothing to judge, say because the client has no cache; why is told under the client`,
  ].join('\n'),
  ...(leftOut ? [`Left out on this machine: ${leftOut}.`] : []),
  summary(),
  ...reading(),
  '## The exercises',
  ...groups.flatMap((group) => [`### ${group[0].toUpperCase()}${group.slice(1)}`, groupTable(group)]),
  '## The clients',
  ...clients.map(section),
].join('\n\n'));
