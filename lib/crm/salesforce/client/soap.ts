// SOAP as jsforce speaks it, for access tokens that are JWTs too: jsforce refuses those outright.
import { ApiSchemas } from 'jsforce/lib/api/soap/schema.js';
import { SoapApi } from 'jsforce/lib/api/soap.js';
import { Connection } from 'jsforce/lib/connection.js';
import { SOAP } from 'jsforce/lib/soap.js';
import type { Schema } from 'jsforce/lib/types/index.js';

/** Salesforce's SOAP takes JWTs from this version of its API on (jsforce, issue of its refusal). */
export const JWT_VERSION = '68.0';

export const isJwt = (token: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);

/** The same calls at that version. */
export class JwtSoapApi<S extends Schema> extends SoapApi<S> {
  override async _invoke(...[method, message, schema]: Parameters<SoapApi<S>['_invoke']>) {
    const { instanceUrl } = this._conn;
    // jsforce looks for a JWT when it is made, so it is made on a connection that has no token.
    const blank = new Connection<S>({ instanceUrl, version: JWT_VERSION });
    blank._transport = this._conn._transport;
    const soap = new SOAP<S>(blank, {
      xmlns: 'urn:partner.soap.sforce.com',
      endpointUrl: `${instanceUrl}/services/Soap/u/${JWT_VERSION}`,
    });
    soap._conn = this._conn;
    const answer = await soap.invoke(method, message, schema ? { result: schema } : undefined, ApiSchemas);
    return answer.result;
  }
}
