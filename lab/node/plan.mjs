// What the adapters on Node share: reads a plan, has each exercise done by a client of its own, and tells the lab what the client made of it.
// An adapter calls run(client); the client has
//   about():          {name, version, settings}, for the table
//   session(exercise): {send(request): {status, content, url?, success?}, close?()}
// A command line client has sendRow(requests) instead, which gives as many answers: requests without a pause between them, for one process.
import http from 'node:http';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const AT_ONCE = 8;
const LIMIT = 30_000; // milliseconds for one exercise

/** The client cannot send this request at all: its exercise is left out, and the report says "not seen". */
export class Unable extends Error {}

/**
 * Does what the command line asks: --about, or the plan at a URL. A client whose sessions would share a pool within one
 * process says `isolate`: then each exercise is done in a thread that has a pool of its own.
 */
export async function run(client, { isolate } = {}) {
  if (!isMainThread) {
    await perform(client, workerData);
    process.exit(); // this thread, whatever the client still waits for
  }
  if (process.argv[2] === '--about') {
    console.log(JSON.stringify(await client.about()));
    await client.end?.();
    return;
  }
  const next = (await readPlan(process.argv[2])).exercises.values();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const exercise of next) {
      await (isolate ? inThread(exercise) : perform(client, exercise));
    }
  }));
  await client.end?.();
  process.exit(); // whatever a client still waits for
}

function inThread(exercise) {
  return new Promise((done) => {
    const thread = new Worker(process.argv[1], { workerData: exercise, argv: [] });
    thread.on('error', (error) => say(exercise, error.message)).on('exit', done);
  });
}

async function perform(client, exercise) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), LIMIT);
  let session;
  try {
    session = await client.session(exercise, controller.signal);
    let number = 0;
    for (const row of rows(exercise.requests, session.sendRow)) {
      await sleep(row[0].pause ?? 0);
      for (const told of await Promise.race([answers(session, row), endless(controller.signal)])) {
        number += 1;
        await tell(exercise, number, told);
      }
      if (controller.signal.aborted) {
        break;
      }
    }
  } catch (error) {
    if (!(error instanceof Unable)) {
      throw error;
    }
    say(exercise, `left out: ${error.message}`);
  } finally {
    clearTimeout(timer);
    await session?.close?.();
  }
}

/** What is told of a request that has no outcome before the signal. */
function endless(signal) {
  return new Promise((done) => {
    signal.addEventListener('abort', () => done([{ error: `no outcome after ${LIMIT / 1000} seconds` }]));
  });
}

/** The requests in rows of one, or, where a row is wanted, up to the next that has a pause before it. */
function rows(requests, wanted) {
  const starts = requests.flatMap((request, at) => at === 0 || !wanted || request.pause ? [at] : []);
  return starts.map((start, at) => requests.slice(start, starts[at + 1]));
}

async function answers(session, row) {
  try {
    return session.sendRow ? await session.sendRow(row) : [await session.send(row[0])];
  } catch (error) {
    if (error instanceof Unable) {
      throw error;
    }
    return [{ error: reason(error) }];
  }
}

function say(exercise, text) {
  console.error(`${exercise.name}: ${text}`);
}

/** An error's text, with that of the error behind it. */
function reason(error) {
  const first = error.message.split('\n', 1)[0];
  return error.cause?.message ? `${first}: ${error.cause.message}` : first;
}

/** Says what came of a request: its status, URL and success as far as the client shows them, the first 200 characters. */
async function tell(exercise, number, told) {
  const address = new URL(`${exercise.url}/told`);
  address.searchParams.set('request', number);
  for (const [name, value] of Object.entries(told)) {
    if (value !== undefined) {
      address.searchParams.set(name, [...String(value)].slice(0, name === 'url' ? 2000 : 200).join(''));
    }
  }
  const status = await post(address);
  if (status !== 204) {
    say(exercise, `the lab answered ${status} to ${address.search}`);
  }
}

// Not with fetch: that is one of the clients
function post(address) {
  return new Promise((done, fail) => {
    http.request(address, { method: 'POST', agent: false }, (response) => done(response.resume().statusCode)).on('error', fail).end();
  });
}

function readPlan(address) {
  return new Promise((done, fail) => {
    http.get(address, { agent: false, headers: { accept: 'application/json' } }, async (response) => {
      const text = (await response.setEncoding('utf8').toArray()).join('');
      response.statusCode === 200 ? done(JSON.parse(text)) : fail(new Error(`${address}: ${response.statusCode}`));
    }).on('error', fail);
  });
}

function sleep(seconds) {
  return new Promise((done) => setTimeout(done, seconds * 1000));
}

/** The content of a request as text, or nothing. */
export function contentOf(request) {
  return request.size === undefined ? request.content : 'x'.repeat(request.size);
}

/** The one pair of credentials that an exercise gives, or nothing. */
export function credentialsOf(exercise) {
  return exercise.requests.find((request) => request.credentials)?.credentials;
}
