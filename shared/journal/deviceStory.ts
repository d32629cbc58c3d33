import { deviceFacts } from './devices.ts';
import { because, idIn, type Names, quoted, tellerOf } from './story.ts';

const NAME_LENGTH = 30;

/** Who answered before anybody sat at the desk is known by the account alone. */
const answerer = (actor: string, account: string | undefined, { person }: Names): string =>
  account === undefined
    ? person(actor)
    : `${person(actor)} ha scritto che chi usa l’account ${quoted(account, NAME_LENGTH)}`;
const founded = (founder: string): string => (founder === '' ? '' : `, creato da ${quoted(founder, NAME_LENGTH)}`);

/** What can happen to a desk, in words. */
export const deviceStory = tellerOf(deviceFacts, {
  'device.joined': ({ body }) =>
    `l’app ha scritto nel registro condiviso il nome di una postazione: ${quoted(body.name)}`,
  'device.accepted': ({ actor, ent, body }, { person, desk }) =>
    `${person(actor)} ha accettato nel registro condiviso la postazione ${body.name.trim() === '' ? desk(idIn(ent)) : quoted(body.name)}`,
  'device.revoked': ({ actor, ent, body }, { person, desk }) =>
    `${person(actor)} ha tolto dal registro condiviso la postazione ${desk(idIn(ent))}${because(body.why)}`,
  'device.registerConfirmed': ({ actor, ent, body }, names) =>
    `${answerer(actor, body.account, names)} ha confermato alla postazione ${names.desk(idIn(ent))} il registro condiviso con l’impronta ${body.fingerprint}${founded(body.founder)}`,
  'device.registerRefused': ({ actor, ent, body }, names) =>
    `${answerer(actor, body.account, names)} ha detto alla postazione ${names.desk(idIn(ent))} che il registro con l’impronta ${body.fingerprint}${founded(body.founder)} non è il vostro`,
});
