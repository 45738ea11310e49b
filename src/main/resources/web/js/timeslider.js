// A year going by: the days that have events as bars, and which of them the page shows.
import {h, svg} from './dom.js';
import {day as dayWords, plural} from './format.js';
import {dayAfter} from './route.js';

const HEIGHT = 34;
const PACE = 650;
const DAY = 86_400_000;

/** @param choose called with the last day to show, or with nothing for the latest */
export function timeSlider(choose) {
  const picture = svg('svg', {class: 'days', 'aria-hidden': 'true', preserveAspectRatio: 'none'});
  const input = h('input', {type: 'range', min: 0, step: 1, 'aria-label': 'Last day shown'});
  const words = h('output', {class: 'slider-words'});
  const play = h('button', {type: 'button', class: 'button', onclick: () => (playing ? stop() : start())});
  const latest = h('button', {type: 'button', class: 'button', onclick: () => (stop(), choose(''))}, 'Latest');
  const element = h('div', {class: 'slider', role: 'group', 'aria-label': 'Day by day', hidden: true}, play, h('div', {class: 'track'}, picture, input), words, latest);
  let first = '';
  let last = 0;
  let playing = false;
  let timer = 0;
  let drawn = '';

  const dayOf = index => dayAfter(first, index);
  const label = () => {
    play.replaceChildren(h('span', {'aria-hidden': 'true'}, playing ? '❚❚ ' : '▶ '), playing ? 'Pause' : 'Play');
    play.setAttribute('aria-label', playing ? 'Pause' : 'Play day by day');
  };
  function go(index) {
    choose(index >= last ? '' : dayOf(index));
  }
  function start() {
    playing = true;
    label();
    if (Number(input.value) >= last) {
      input.value = Math.max(0, Math.min(last, Number(input.dataset.length) - 1));
      go(Number(input.value));
    } else {
      step();
    }
  }
  function stop() {
    playing = false;
    clearTimeout(timer);
    label();
  }
  /** The next day, once the day before has been drawn. */
  function step() {
    const next = Number(input.value) + 1;
    if (next > last) {
      stop();
      return;
    }
    input.value = next;
    go(next);
  }
  input.addEventListener('input', () => {
    stop();
    tell();
    clearTimeout(timer);
    timer = setTimeout(() => go(Number(input.value)), 120);
  });
  const tell = () => input.setAttribute('aria-valuetext', dayWords(dayOf(Number(input.value))));
  label();

  return {
    element,
    stop,
    /** @param days of the feed; @param answer whose `from` and `to` (exclusive) are shown */
    show(days, answer) {
      element.hidden = days.length < 2;
      if (element.hidden) {
        return;
      }
      first = days[0].day;
      last = Math.round((Date.parse(days[days.length - 1].day) - Date.parse(first)) / DAY);
      const at = Math.min(last, Math.round((Date.parse(answer.to) - Date.parse(first)) / DAY) - 1);
      const length = Math.round((Date.parse(answer.to) - Date.parse(answer.from)) / DAY);
      input.max = last;
      input.dataset.length = length;
      if (document.activeElement !== input || playing) {
        input.value = at;
      }
      tell();
      const now = days.find(each => each.day === dayOf(at));
      words.replaceChildren(h('b', {}, dayWords(dayOf(at))), h('span', {class: 'wide'}, ` · ${plural(now?.events ?? 0, 'event')} that day`));
      latest.disabled = at >= last;
      const mark = JSON.stringify([days, at, length]);
      if (mark !== drawn) {
        drawn = mark;
        draw(picture, days, first, last, at, length);
      }
      if (playing) {
        clearTimeout(timer);
        timer = setTimeout(step, PACE);
      }
    },
  };
}

/** Bars: events of a day, the hostile part of them below. */
function draw(picture, days, first, last, at, length) {
  picture.setAttribute('viewBox', `0 0 ${last + 1} ${HEIGHT}`);
  const most = Math.max(1, ...days.map(each => each.events));
  const bars = part => days.map(each => {
    const x = Math.round((Date.parse(each.day) - Date.parse(first)) / DAY);
    const total = (each.events / most) * HEIGHT;
    const hostile = each.conflict + each.cooperation > 0 ? total * (each.conflict / (each.conflict + each.cooperation)) : 0;
    const [top, bottom] = part === 'hostile' ? [HEIGHT - hostile, HEIGHT] : [HEIGHT - total, HEIGHT - hostile];
    return `M${x + 0.1},${bottom}V${top.toFixed(2)}H${x + 0.9}V${bottom}z`;
  }).join('');
  picture.replaceChildren(svg('rect', {class: 'shown', x: Math.max(0, at - length + 1), y: 0, width: Math.min(at + 1, length), height: HEIGHT}),
    svg('path', {class: 'friendly', d: bars('friendly')}), svg('path', {class: 'hostile', d: bars('hostile')}),
    svg('title', {}, plural(days.reduce((sum, each) => sum + each.events, 0), 'event')));
}
