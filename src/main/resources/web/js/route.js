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

/** Which days the address asks for, for requests. */
export function range(params) {
  return params.from && params.to ? {from: params.from, to: params.to} : {days: /^\d{1,3}$/.test(params.days ?? '') ? params.days : '30'};
}

/** The same for links: nothing for the usual range. */
export function rangeLink(params) {
  const asked = range(params);
  return asked.days === '30' ? {} : asked;
}
