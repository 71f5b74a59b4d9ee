// axios with its adapter for Node.
import axios from 'axios';
import { contentOf, credentialsOf, run, Unable } from './plan.mjs';

await run({
  about: () => ({ name: 'axios', short: 'axios', version: `${axios.VERSION} (Node ${process.versions.node})`, settings: '`auth` for credentials' }),

  async session(exercise) {
    if (/digest/i.test(credentialsOf(exercise)?.scheme)) {
      throw new Unable('axios knows Basic alone');
    }
    return { send };
  },
}, { isolate: true });

async function send({ method, url, fields, credentials, ...request }) {
  const auth = credentials && { username: credentials.user, password: credentials.password };
  try {
    const { status, data } = await axios({ method, url, headers: fields, data: contentOf(request), auth, responseType: 'text' });
    return { status, content: data, success: true };
  } catch (error) {
    const { status, data } = error.response ?? {};
    if (status === undefined || axios.defaults.validateStatus(status)) {
      throw error;
    }
    return { status, content: data, success: false };
  }
}
