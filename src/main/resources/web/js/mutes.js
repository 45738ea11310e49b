// What is muted, until when, and the way back.
import {kindName} from './alertcard.js';
import {get, send} from './api.js';
import {announce, h} from './dom.js';
import {plural, when} from './format.js';
import {nameOf} from './parts.js';

/** Takes a mute back. */
export const unmute = ({pair, kind}) => send('DELETE', '/mutes?' + new URLSearchParams({...(pair && {pair}), ...(kind && {kind})}));

/** What a mute hides, in words. */
function muteWords({pair, kind}, names) {
  const whom = !pair ? 'every pair' : pair === '*' ? 'the whole feed' : pair.split('-').map(code => nameOf(names, code)).join(' – ');
  return kind ? `${kindName(kind)} of ${whom}` : `All alerts of ${whom}`;
}

export function muteList() {
  const list = h('ul', {class: 'mutes'});
  const summary = h('summary', {});
  const failure = h('p', {class: 'note', role: 'alert'});
  const element = h('details', {class: 'card muted', hidden: true}, summary, list, failure);
  return {
    element,
    async refresh(names) {
      const {items} = await get('/mutes');
      element.hidden = items.length === 0;
      summary.textContent = plural(items.length, 'mute');
      list.replaceChildren(...items.map(mute => h('li', {}, h('span', {}, h('b', {}, muteWords(mute, names)), ' until ', when(mute.until), mute.note && ` · ${mute.note}`), ' ',
        h('button', {type: 'button', class: 'button', 'aria-label': `Unmute: ${muteWords(mute, names)}`, onclick: () => unmute(mute).then(() => announce('Unmuted'), problem => (failure.textContent = problem.message))}, 'Unmute'))));
    },
  };
}
