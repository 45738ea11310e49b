// Numbers, times and names as people read them.
import {h} from './dom.js';

const whole = new Intl.NumberFormat('en-GB');
const short = new Intl.NumberFormat('en-GB', {notation: 'compact', maximumFractionDigits: 1});

export const count = n => whole.format(n);
export const compact = n => (n < 10_000 ? whole.format(n) : short.format(n));
export const plural = (n, one, many = one + 's') => `${count(n)} ${n === 1 ? one : many}`;
export const fixed = (x, digits = 2) => x.toFixed(digits).replace('-', '−');

/** With its sign, a true minus. */
export function signed(x, digits = 2) {
  if (x === undefined || x === null) {
    return '–';
  }
  const text = Math.abs(x).toFixed(digits);
  return (Number(text) === 0 ? '' : x < 0 ? '−' : '+') + text;
}

export const words = symbol => symbol.toLowerCase().replaceAll('_', ' ');
export const title = symbol => symbol.charAt(0).toUpperCase() + words(symbol).slice(1);

/** Tone in seven steps; the middle one is within a tenth of zero. */
const STEPS = [
  [-0.6, 'm3', 'very hostile'], [-0.35, 'm2', 'hostile'], [-0.1, 'm1', 'somewhat hostile'], [0.1, 'n0', 'neutral'],
  [0.35, 'p1', 'somewhat friendly'], [0.6, 'p2', 'friendly'], [Infinity, 'p3', 'very friendly'],
];
const step = x => STEPS.find(([limit], i) => (i < 3 ? x <= limit : x < limit));
export const toneClass = x => (x === undefined || x === null ? 'none' : step(x)[1]);
export const toneWords = x => (x === undefined || x === null ? 'no events' : step(x)[2]);
export const TONES = STEPS.map(([, name, label]) => ({name, label}));
/** Tension runs the other way: +100 is hostile. */
export const tensionClass = tension => toneClass(-tension / 100);

/** How much a number of events bears. */
export const support = n => (n >= 20 ? 'solid' : n >= 5 ? 'fair' : 'thin');

export function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
export function write(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is blocked: it holds until the page is left.
  }
}

let zone = read('entente.zone') === 'local' ? 'local' : 'utc';
export const timeZone = () => zone;
export function setTimeZone(name) {
  zone = name;
  write('entente.zone', name);
}

const DATE = {day: 'numeric', month: 'short', year: 'numeric'};
const CLOCK = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'};
const formats = new Map();
function format(options, where) {
  const key = JSON.stringify(options) + where;
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat('en-GB', {...options, timeZone: where === 'utc' ? 'UTC' : undefined}));
  }
  return formats.get(key);
}
const zoneName = (date, where) =>
  where === 'utc' ? 'UTC' : format({timeZoneName: 'short'}, where).formatToParts(date).find(part => part.type === 'timeZoneName').value;
const inZone = (iso, where) => {
  const date = new Date(iso);
  return `${format({...DATE, ...CLOCK}, where).format(date)} ${zoneName(date, where)}`;
};

/** A point in time, in the zone chosen; both are in its title. */
export const when = iso => h('time', {datetime: iso, title: `${inZone(iso, 'utc')} · ${inZone(iso, 'local')}`}, inZone(iso, zone));

/** A day of UTC: windows are cut there, whatever the reader's zone. */
export const day = iso => format(DATE, 'utc').format(new Date(iso));
export const dayMonth = iso => format({day: 'numeric', month: 'short'}, 'utc').format(new Date(iso));
export const hour = iso => `${dayMonth(iso)}, ${format(CLOCK, 'utc').format(new Date(iso))} UTC`;

const DAY = 86_400_000;
/** The days of an answer: its `to` is exclusive. */
export function span({from, to}) {
  const last = new Date(new Date(to).getTime() - 1).toISOString();
  return from === last.slice(0, 10) ? day(from) : `${day(from)} – ${day(last)}`;
}
export const daysBetween = ({from, to}) => Math.round((new Date(to) - new Date(from)) / DAY);

/** A time that has gone by, roughly. */
export function age(seconds) {
  const steps = [[60, 's', 1], [3600, 'min', 60], [86_400, 'h', 3600], [Infinity, 'd', 86_400]];
  const [, unit, size] = steps.find(([limit]) => seconds < limit);
  return `${Math.floor(seconds / size)} ${unit}`;
}
