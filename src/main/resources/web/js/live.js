// The live stream: one connection for the whole page. The browser comes back by itself with the last id that it saw.
import {answered} from './api.js';

const NAMES = ['hello', 'reset', 'alert', 'events', 'pairs', 'status', 'attention'];
const AGAIN = 5000;
const PATIENCE = 300;
const listeners = new Map();
let source = null;
let state = 'connecting';
let since = Date.now();
let begin;

/** Settled when the stream has begun, or does not begin: who asks afterwards misses nothing in between. */
export const begun = new Promise(resolve => (begin = resolve));

/** Listens to messages of a kind ('state' for the connection's own); returns how to stop. */
export function on(name, listener) {
  const all = listeners.get(name) ?? new Set();
  listeners.set(name, all.add(listener));
  return () => all.delete(listener);
}

/** Tells this page's own listeners. */
export function tell(name, data) {
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

/** Connects, and lets go while nobody looks: a browser gives one server six connections for all its tabs together. */
export function start() {
  connect();
  setTimeout(begin, PATIENCE);
  addEventListener('visibilitychange', () => (document.hidden ? leave() : come()));
  addEventListener('pagehide', leave);
  addEventListener('pageshow', event => event.persisted && come());
}

function leave() {
  source?.close();
  source = null;
}

/** Back again: what was missed is loaded anew as soon as the stream says hello. */
function come() {
  if (!source) {
    connect();
  }
}

function connect() {
  source?.close();
  source = new EventSource('api/v1/live');
  const mine = source;
  source.onopen = () => become('live');
  source.onerror = () => {
    become('lost');
    if (mine.readyState === EventSource.CLOSED && mine === source) {
      setTimeout(() => !document.hidden && connect(), AGAIN);
    }
  };
  source.addEventListener('hello', () => {
    begin();
    // What was loaded before the stream began may lack what came in between.
    if (answered() > 0) {
      tell('reset', {});
    }
  });
  for (const name of NAMES) {
    source.addEventListener(name, message => {
      become('live');
      tell(name, JSON.parse(message.data));
    });
  }
}
