// Node's own fetch. It has no cache, no cookies, and nothing to give credentials to.
import { contentOf, credentialsOf, run, Unable } from './plan.mjs';

await run({
  about: () => ({ name: 'Node fetch', short: 'Node', version: process.versions.node, settings: 'as it is' }),

  async session(exercise) {
    if (credentialsOf(exercise)) {
      throw new Unable('fetch takes no credentials');
    }
    return { send };
  },
}, { isolate: true });

async function send({ method, url, fields, ...request }) {
  try {
    const response = await fetch(url, { method, headers: fields, body: contentOf(request) });
    // By its definition response.url has no fragment: it tells nothing of where a fragment went
    return { status: response.status, content: await response.text(), success: response.ok };
  } catch (error) {
    throw error.cause?.code === 'UND_ERR_NOT_SUPPORTED' ? new Unable(error.cause.message) : error;
  }
}
