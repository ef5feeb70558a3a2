import midtrans, { type Client, type CoreApi, type Iris, type Snap } from 'midtrans-client';

/** Where Midtrans is; without the closing slash. */
export interface MidtransPlace {
  readonly coreUrl: string;
  readonly snapUrl: string;
  readonly irisUrl: string;
  readonly timeoutMs: number;
  /** Where notifications go instead of to what the account's settings name. */
  readonly notifyUrl?: string;
}

/** Larger than any answer there is. */
const MAX_ANSWER_BYTES = 1_000_000;

const isLoopback = (url: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

/**
 * Gives a client what it lacks: an address of its own, an end to waiting (in all, however slowly bytes drip in), no
 * redirects (they would carry the key elsewhere), headers. A client serves one call and is thrown away, so that no
 * header, least of all an idempotency key, can slip into another call; connections are shared by Node's agent.
 */
const equip = <Made extends Client>(
  client: Made,
  place: MidtransPlace,
  headers: Readonly<Record<string, string>>,
): Made => {
  client.apiConfig.getCoreApiBaseUrl = () => place.coreUrl;
  client.apiConfig.getSnapApiBaseUrl = () => place.snapUrl;
  client.apiConfig.getIrisApiBaseUrl = () => place.irisUrl;
  const { defaults, interceptors } = client.httpClient.http_client;
  defaults.timeout = place.timeoutMs;
  defaults.maxRedirects = 0;
  defaults.maxContentLength = MAX_ANSWER_BYTES;
  if (isLoopback(place.coreUrl)) defaults.proxy = false;
  interceptors.request.use((asked) => {
    for (const [name, value] of Object.entries(headers)) asked.headers.set(name, value);
    asked.signal = AbortSignal.timeout(place.timeoutMs);
    return asked;
  });
  return client;
};

type Keys = { readonly serverKey: string; readonly clientKey: string };
type Headers = Readonly<Record<string, string>>;

const options = ({ serverKey, clientKey }: Keys): Keys & { readonly isProduction: boolean } => ({
  // Says only which of its own addresses it takes, and it gets ours.
  isProduction: false,
  serverKey,
  clientKey,
});

export const makeCore = (place: MidtransPlace, keys: Keys, headers: Headers = {}): CoreApi =>
  equip(new midtrans.CoreApi(options(keys)), place, headers);

export const makeSnap = (place: MidtransPlace, keys: Keys, headers: Headers = {}): Snap =>
  equip(new midtrans.Snap(options(keys)), place, headers);

/** Under one key, the maker's or the approver's. */
export const makeIris = (place: MidtransPlace, apiKey: string, headers: Headers = {}): Iris =>
  equip(new midtrans.Iris(options({ serverKey: apiKey, clientKey: '' })), place, headers);
