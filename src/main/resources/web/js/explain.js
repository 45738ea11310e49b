// What a number means, where it stands: on hover, on focus, on a tap.
import {h} from './dom.js';

const MEANINGS = {
  tension: 'Tension runs from −100 (harmony) to +100 (hostility): 100 (C − K) / (C + K + 5). C adds the Goldstein intensities of hostile events, K those of cooperative ones, both directions together; 5 stands for a little calm. It says what was reported, not what two governments feel.',
  change: 'Tension of these days against as many days before; up means more hostile. The order is by surprise: how hard the change is to explain by chance, given how much was hostile and friendly before and now. It counts change and support together; hostile changes come before friendly ones of the same size. “No history” means that nothing was reported in the days before: the pair is new, not neutral.',
  sentiment: 'Mean of what the source says or does toward the target, −1 (hostile) to +1 (friendly). Not the tone of the article. The bar is the 95 % interval: the fewer events, the wider.',
  events: 'An event is what happened, however many articles report it. Copies and repeated reports do not count again.',
  support: 'How much the numbers rest on: solid from 20 events, fair from 5, thin below. With thin support one article can turn the picture.',
  quad: 'Words or deeds, cooperation or conflict: every event belongs to one of four classes; what is neither is neutral.',
  usual: 'The 28 days before the days shown: what is usual in this direction.',
  status: 'How the text presents it: asserted as a fact, intended, or reported as somebody’s claim. Claims are kept apart and never count as severe.',
  confidence: 'Calibrated probability that the statement was coded right, 0 to 1.',
  reports: 'Independent reports: at most one for each family of outlets. Copies are further articles that carried the same text.',
  rule: 'The rule of the coder that fired and the entries of its dictionaries that it used.',
  expected: 'What this pair’s own history makes likely for these days, with the 95 % interval. It knows nothing of other pairs.',
  once: 'By chance alone so many stories would come about once in so many days. Never rarer than once in ten years: tails beyond are not calibrated.',
  evidence: 'How much better the new tone explains the stories than the old one.',
  provisional: 'Provisional until its day has closed (6 hours after midnight UTC); then it becomes final or is withdrawn.',
  stories: 'Distinct articles that lead at least one event on that day. Copies count once.',
  lag: 'Records that wait to be processed by this stage. It should go back to zero; a lag that grows means that the stage is too slow or has stopped.',
  readby: 'Rules read a sentence by its clauses and its words; a learned reader, where entente.coder names it, completes and corrects them. The number is how likely it holds its reading to be.',
  state: 'The state of the stage’s consumer group as Kafka reports it: Stable is well, Absent means that nothing runs it.',
  members: 'Threads that share the stage’s work, in all processes.',
  persecond: 'Articles (Enrich), statements (Relate) or events (Alert) a second over the last few seconds. Records that only carry time do not count: an idle stage shows 0.',
  arrived: 'When the newest article was appended to its topic, whatever its date.',
  asof: 'The date of the latest event. “The last 30 days” are counted back from here, not from today.',
  watermark: 'Up to where event time is complete. What comes later with an earlier date, by more than the grace, is late.',
  outliers: 'Articles dated further ahead than others support. They are taken and do not move event time.',
  late: 'Statements that came after their days were closed. They are kept but change no event, until the stage Relate is reset.',
  latearticles: 'Articles that came after event time had gone on by more than the grace.',
  lateforalerts: 'Events whose day was closed for alerts before they came: they count in relations and raise no alert.',
  waiting: 'Messages that the target has not taken yet, those muted included.',
  givenup: 'Messages that the target refused for good, or that failed for too long.',
  collectors: 'Programs that fetch feeds and publish their articles here. Each reports every half a minute, wherever it runs.',
  collectorstate: 'Running: it reports. Silent: it has not reported for two minutes and has not said that it stops. Stopped: it was stopped in good order. After a week it is no longer shown.',
  held: 'What this instance remembers. Older records are in the topics.',
  ready: 'Whether the topics have been read up to where they ended at the start.',
  deadletters: 'Articles or records that were refused. They are kept with the reason: entente dead-letters lists them.',
};

let tip;
let owner = null;

function box() {
  tip ??= document.body.appendChild(h('div', {role: 'tooltip', id: 'tip', class: 'tip', hidden: true, onmouseleave: hide}));
  return tip;
}

function show(button, words) {
  const element = box();
  element.textContent = words;
  element.hidden = false;
  owner = button;
  button.setAttribute('aria-describedby', 'tip');
  const place = button.getBoundingClientRect();
  const width = Math.min(320, innerWidth - 24);
  element.style.width = `${width}px`;
  element.style.left = `${Math.max(12, Math.min(innerWidth - width - 12, place.left - 20))}px`;
  const above = place.bottom + element.offsetHeight + 12 > innerHeight;
  element.style.top = `${above ? place.top - element.offsetHeight - 2 : place.bottom + 2}px`;
}

function hide() {
  if (owner) {
    owner.removeAttribute('aria-describedby');
    owner = null;
    box().hidden = true;
  }
}

addEventListener('keydown', event => event.key === 'Escape' && hide());
addEventListener('hashchange', hide);
addEventListener('scroll', hide, {passive: true, capture: true});

/** A small question mark that explains `name`. */
export function explain(name, subject = name) {
  const words = MEANINGS[name];
  const button = h('button', {type: 'button', class: 'explain', 'aria-label': `What does ${subject} mean?`}, '?');
  button.addEventListener('mouseenter', () => show(button, words));
  button.addEventListener('mouseleave', event => event.relatedTarget !== tip && hide());
  button.addEventListener('focus', () => show(button, words));
  button.addEventListener('blur', hide);
  button.addEventListener('click', () => owner !== button && show(button, words));
  return button;
}
