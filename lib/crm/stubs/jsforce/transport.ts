// Stands in for jsforce's transports, which can wait for ever in a worker: ours is lib/crm/salesforce/client/transport.ts.
export class Transport {
  httpRequest(): never {
    throw new Error('Salesforce calls go through lib/crm/salesforce/client/transport');
  }
}

export { Transport as CanvasTransport, Transport as HttpProxyTransport, Transport as XdProxyTransport };
export default Transport;
