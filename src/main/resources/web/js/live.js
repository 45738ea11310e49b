// The live stream: one connection for the whole page. The browser comes back by itself with the last id that it saw.

const NAMES = ['hello', 'reset', 'alert', 'events', 'pairs', 'status', 'attention'];
const AGAIN = 5000;
const listeners = new Map();
let source = null;
let state = 'connecting';
let since = Date.now();

/** Listens to messages of a kind ('state' for the connection's own); returns how to stop. */
export function on(name, listener) {
  const all = listeners.get(name) ?? new Set();
  listeners.set(name, all.add(listener));
  return () => all.delete(listener);
}

function tell(name, data) {
  listeners.get(name)?.forEach(listener => listener(data));
}

function become(next) {
  if (next !== state) {
    state = next;
    since = Date.now();
    tell('state', {state, since});
  }
}

/** 'connecting', 'live' or 'lost', and since when. */
export const connection = () => ({state, since});

export function connect() {
  source?.close();
  source = new EventSource('api/v1/live');
  source.onopen = () => become('live');
  source.onerror = () => {
    become('lost');
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(connect, AGAIN);
    }
  };
  for (const name of NAMES) {
    source.addEventListener(name, message => {
      become('live');
      tell(name, JSON.parse(message.data));
    });
  }
}
