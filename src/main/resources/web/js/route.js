// The state of the page is its address: #/pair/CHN-RUS?days=90. So every state can be linked, reloaded and gone back to.

/** @return {{path: string[], params: Object<string, string>}} */
export function current() {
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return {path: path.split('/').filter(Boolean).map(decoded), params: Object.fromEntries(new URLSearchParams(search))};
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a state; parameters that are empty are left out. */
export function to(path, params = {}) {
  const set = Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false);
  const search = new URLSearchParams(set).toString();
  return '#/' + path.map(encodeURIComponent).join('/') + (search ? '?' + search : '');
}

/** The address of this place with other parameters. */
export function withParams(changes) {
  const {path, params} = current();
  return to(path, {...params, ...changes});
}

/** Goes there; `replace` where "back" should skip the state that is left, such as every letter of a filter. */
export function go(address, {replace = false} = {}) {
  if (address === location.hash) {
    return;
  }
  if (replace) {
    history.replaceState(null, '', address);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = address;
  }
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;
const USUAL = '30';

/** The day so many days after another. */
export const dayAfter = (day, days = 1) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

const isDay = text => DATE.test(text ?? '') && !Number.isNaN(Date.parse(text));
export const length = params => (/^[1-9]\d{0,2}$/.test(params.days ?? '') ? params.days : USUAL);

/**
 * Which days the address asks for, for requests: from one day to another, both included; or so many days up to that of the latest event, or up to the day `at`.
 * A request's `to` is exclusive.
 */
export function range(params) {
  if (isDay(params.from) && isDay(params.to) && params.from <= params.to) {
    return {from: params.from, to: dayAfter(params.to)};
  }
  const days = length(params);
  return isDay(params.at) ? {from: dayAfter(params.at, 1 - days), to: dayAfter(params.at)} : {days};
}

/** The same for links: nothing for the usual range. */
export function rangeLink(params) {
  const {from, to, at} = params;
  if (isDay(from) && isDay(to)) {
    return {from, to};
  }
  const days = length(params);
  return {...(days === USUAL ? {} : {days}), ...(isDay(at) ? {at} : {})};
}

/** A pair's code as the topics write it, of two codes in any order and case. */
export function pairId(text) {
  const codes = text.toUpperCase().split('-');
  return codes.length === 2 ? codes.sort().join('-') : text;
}
