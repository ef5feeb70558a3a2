/**
 * Why the HTTP process may look across the walls between parties: the whole list, each with what comes of it. The
 * worker's consumers and schedules work for all parties and carry their own names (row security lets it).
 * A bid before its opening no purpose shows.
 */
export const purposes = {
  'sign-in': 'Finds the person behind a login or a token, before there is a principal.',
  guard: 'Asks whose a row is and in which state, to refuse by name what belongs to another.',
  'password-reset': 'Finds a person by a login or a one-time code, before there is a principal.',
  people:
    'Whoever looks after people of other parties sees who they are, ends their sessions, locks them out or takes their second factor off; who asks for it is erased.',
  'accept-invitation': 'Lets in whoever holds the code of an invitation, before they belong to any party.',
  'judge-supplier':
    'Shows the documents of a party, and whether it has a chair, to those who judge it, once it is found that they do.',
  'house-rules': 'The rules that an organiser’s members decided and two people confirmed: public.',
  seed: 'Plants the catalog, a city and, where asked, demo parties, from the command line.',
  'pool-phones':
    'Numbers that koperasi gave to be called on, shown to the organiser of a pool of their region.',
  'pool-totals': 'Sums of what is committed, per item and kecamatan: public.',
  meter: 'Sums of what is committed, from which the price now guaranteed follows: public.',
  'pool-summary': 'What a pool brought all its members together, shown to those who belong to it.',
  'pool-results':
    'What a pool brought once contracts are signed: in all, per lot and per kecamatan to everybody, per koperasi to its members.',
  'gateway-notification':
    'Keeps what comes as a notification of the gateway, of which nobody knows yet whose it is, and judges it by the keys of the account it names.',
  'payment-channels': 'Which channels a collector takes payments by, without its keys, shown to who pays it.',
  'payment-stream':
    'Looks which payments have moved on of which a party to them, or who oversees, is waiting for news.',
  'book-payments':
    'Books in both parties’ books what one of them confirmed or decided: a transfer, money that came for nothing.',
  'trial-balance': 'All books together, by kind of account.',
  statement: 'Names the other parties to a party’s own journals; none of their amounts.',
  patronage: 'What each koperasi bought and sold in an organiser’s pools, for that organiser.',
  'award-explanation':
    'Recomputes an award for those who see it: limits under pseudonyms, koperasi by name to members only.',
  payout: 'Reads where a payee is paid, for who pays it, and books what has moved between two parties.',
  'match-bill':
    'Lays a seller’s bill beside order and receipts, shows its two parties what of it may be paid, and says so of the due.',
  consignment: 'Tells the other side of a consignment what was said of its goods.',
  trace: 'Follows what a kitchen needs, which its asker may see, through shares, drops and invoice.',
  'sealed-hashes':
    'Hashes of what has been sealed, without names, public at once; bids that failed, for those who see the opened ones.',
  'lot-demand': 'Sums how much a lot may take at most, which a bid is compared with.',
  'rescue-pool':
    'Does for all koperasi of a closing pool what it declared: moves, frees or tells of their lines.',
  'entered-order':
    'Asks somebody of a koperasi about an order that its organiser wrote down for it, and takes it on the koperasi’s part once they have confirmed.',
  'award-course': 'Moves a lot on when its supplier has answered, and tells everybody concerned.',
} as const satisfies Readonly<Record<string, string>>;

export type Purpose = keyof typeof purposes;
