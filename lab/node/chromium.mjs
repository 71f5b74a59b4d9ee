// Headless Chromium: fetch() in a page of the lab's own origin, in a context (pool, cookies, cache) of its own.
import { chromium } from 'playwright-core';
import { contentOf, credentialsOf, run, Unable } from './plan.mjs';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  chromiumSandbox: process.getuid() !== 0,
});

await run({
  about: () => ({
    name: 'Chromium',
    short: 'Chr',
    version: browser.version(),
    settings: 'headless; `fetch()` in a page of the lab’s origin whose Content-Security-Policy is off; a URL with a fragment '
      + 'is visited instead, since `fetch()` does not show what becomes of it',
  }),

  async session(exercise) {
    const credentials = credentialsOf(exercise);
    const context = await browser.newContext({
      bypassCSP: true, // what the server says of its own pages would forbid them fetch()
      httpCredentials: credentials && {
        username: credentials.user,
        password: credentials.password,
        origin: new URL(exercise.url).origin,
      },
    });
    const page = await context.newPage();
    await page.goto(process.argv[2]);
    return {
      send: (request) => request.url.includes('#') ? visit(page, request) : fetchIn(page, request),
      close: () => context.close(),
    };
  },

  end: () => browser.close(),
});

async function fetchIn(page, request) {
  const answer = await page.evaluate(inPage, { ...request, content: contentOf(request) });
  if (answer.unable) {
    throw new Unable(`fetch() does not send ${answer.unable}`);
  }
  return answer;
}

async function inPage({ method, url, fields, content }) {
  const request = new Request(url, { method, headers: fields, body: content });
  const unable = Object.keys(fields ?? {}).filter((name) => !request.headers.has(name)).join(', ');
  if (unable) {
    return { unable };
  }
  try {
    const response = await fetch(request);
    return { status: response.status, content: await response.text(), success: response.ok };
  } catch (error) {
    return { error: error.message };
  }
}

async function visit(page, { url }) {
  const response = await page.goto(url);
  return { status: response.status(), content: await response.text(), url: page.url(), success: response.ok() };
}
