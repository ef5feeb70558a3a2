/** The part of midtrans-client 1.4.3 that is used; the package brings no types. */
declare module 'midtrans-client' {
  interface HttpDefaults {
    timeout: number;
    maxRedirects: number;
    maxContentLength: number;
    proxy?: false;
  }
  interface AskedRequest {
    readonly headers: { set(name: string, value: string): unknown };
    signal?: AbortSignal;
  }
  /** Its axios. */
  interface HttpClient {
    readonly http_client: {
      readonly defaults: HttpDefaults;
      readonly interceptors: {
        readonly request: { use(change: (asked: AskedRequest) => AskedRequest): void };
      };
    };
  }
  interface ApiConfig {
    getCoreApiBaseUrl: () => string;
    getSnapApiBaseUrl: () => string;
    getIrisApiBaseUrl: () => string;
  }
  interface Options {
    readonly isProduction: boolean;
    readonly serverKey: string;
    readonly clientKey: string;
  }
  /** Answers are whatever came: read them, never trust them. Ids go into the path as they are. */
  interface Transaction {
    status(id: string): Promise<unknown>;
    cancel(id: string): Promise<unknown>;
    expire(id: string): Promise<unknown>;
    refund(id: string, parameter: object): Promise<unknown>;
  }
  class Client {
    constructor(options: Options);
    readonly apiConfig: ApiConfig;
    readonly httpClient: HttpClient;
    readonly transaction: Transaction;
  }
  class CoreApi extends Client {
    charge(parameter: object): Promise<unknown>;
  }
  class Snap extends Client {
    createTransaction(parameter: object): Promise<unknown>;
  }
  class Iris extends Client {
    createPayouts(parameter: object): Promise<unknown>;
    approvePayouts(parameter: object): Promise<unknown>;
    rejectPayouts(parameter: object): Promise<unknown>;
    getPayoutDetails(referenceNo: string): Promise<unknown>;
    getBalance(): Promise<unknown>;
  }
  const midtrans: {
    readonly CoreApi: typeof CoreApi;
    readonly Snap: typeof Snap;
    readonly Iris: typeof Iris;
  };
  export type { CoreApi, Snap, Iris, Client };
  export default midtrans;
}
