// The types of events, each with a plain word beside its name in the ontology (PLOVER), and what a coder's symbols mean to a reader.
import {title} from './format.js';

const PLAIN = {
  AGREE: 'agreed', CONSULT: 'met, talked', SUPPORT: 'backed', CONCEDE: 'gave way', COOPERATE: 'worked together', AID: 'gave aid', RETREAT: 'eased',
  REQUEST: 'asked', ACCUSE: 'blamed', REJECT: 'refused', THREATEN: 'threatened', PROTEST: 'protested', SANCTION: 'punished', MOBILIZE: 'readied forces',
  COERCE: 'forced', ASSAULT: 'attacked', STATEMENT: 'spoke',
};

export const TYPES = Object.keys(PLAIN);

/** “Retreat (eased)”. */
export const typeWords = type => (PLAIN[type] ? `${title(type)} (${PLAIN[type]})` : title(type));

/** Verbs that only say that somebody speaks: what is said is elsewhere in the sentence. */
const SPEECH = new Set(['say', 'says', 'said', 'saying', 'tell', 'tells', 'told', 'add', 'adds', 'added', 'state', 'stated', 'states', 'announce', 'announced', 'speak', 'spoke', 'note', 'noted', 'declare', 'declared']);
export const isSpeech = trigger => SPEECH.has(trigger.trim().toLowerCase());

const languages = new Intl.DisplayNames(['en'], {type: 'language', fallback: 'code'});

/** The name of a language by its tag. */
export function languageName(tag) {
  try {
    return tag === 'und' ? 'an unknown language' : languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
