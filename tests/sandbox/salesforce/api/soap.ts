// POST /services/Soap/u/{version}: convertLead, the one thing that REST can't do; and getUserInfo.
import type { Grants } from '../grants';
import type { OrgName } from '../model';
import { Refusal, refuse, type SfError } from '../problem';
import { type Conversion, convert } from '../rules/convert';
import type { Scene } from '../world';
import { authenticate } from './auth';
import { duplicateResultXml } from './soap-duplicates';
import { operationNamed } from './soap-more';
import { child, escaped, readXml, textIn, type XmlNode } from './xml';

/** SOAP takes JWTs from this version on. */
const JWT_FROM = 68;
const isJwt = (token: string) => token.split('.').length === 3 && token.startsWith('ey');

/** `sceneOf` makes the scene of a grant's person. */
export function soap(
  grants: Grants,
  org: OrgName,
  settings: Scene['settings'],
  sceneOf: (user: string) => Scene,
  text: string,
  version: number,
): Response {
  try {
    const envelope = readXml(text);
    const session = child(child(child(envelope, 'Header'), 'SessionHeader'), 'sessionId')?.text.trim() ?? '';
    if (isJwt(session) && version < JWT_FROM)
      throw refuse(
        'INVALID_SESSION_ID',
        'INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session',
        undefined,
        500,
      );
    const grant = authenticate(grants, org, settings, `Bearer ${session}`);
    settings.calls.used += 1;
    const scene = sceneOf(grant.user);
    const request = child(envelope, 'Body')?.children[0];
    const allowSave =
      textIn(child(child(envelope, 'Header'), 'DuplicateRuleHeader') ?? envelope, 'allowSave') === 'true';
    if (request?.name === 'convertLead') {
      const asked = request.children.filter((item) => item.name === 'leadConverts');
      return answer('convertLead', asked.map((item) => result(scene, conversion(item, allowSave))).join(''));
    }
    if (request?.name === 'getUserInfo') return answer('getUserInfo', userInfo(scene));
    const more = operationNamed(request?.name ?? '');
    if (request && more) return answer(request.name, more(scene, request));
    throw refuse('UNKNOWN_EXCEPTION', `No operation available for request ${request?.name ?? ''}`);
  } catch (error) {
    if (error instanceof Refusal) return fault(error.errors[0]);
    throw error;
  }
}

function conversion(node: XmlNode, allowSave: boolean): Conversion {
  const yes = (name: string) => textIn(node, name) === 'true';
  return {
    leadId: textIn(node, 'leadId') ?? '',
    convertedStatus: textIn(node, 'convertedStatus'),
    doNotCreateOpportunity: yes('doNotCreateOpportunity'),
    accountId: textIn(node, 'accountId'),
    contactId: textIn(node, 'contactId'),
    opportunityName: textIn(node, 'opportunityName'),
    ownerId: textIn(node, 'ownerId'),
    overwriteLeadSource: yes('overwriteLeadSource'),
    allowDuplicateAccount: allowSave || yes('bypassAccountDedupeCheck'),
    allowDuplicateContact: allowSave || yes('bypassContactDedupeCheck'),
  };
}

function result(scene: Scene, input: Conversion): string {
  try {
    const { accountId, contactId, leadId, opportunityId } = convert(scene, input);
    return `<result><accountId>${accountId}</accountId><contactId>${contactId}</contactId><leadId>${leadId}</leadId>${
      opportunityId ? `<opportunityId>${opportunityId}</opportunityId>` : '<opportunityId xsi:nil="true"/>'
    }<success>true</success></result>`;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = error.errors.map(
      ({ errorCode, message, fields = [], duplicateResult }) =>
        `<errors${duplicateResult ? ' xsi:type="DuplicateError"' : ''}>${fields.map((field) => `<fields>${escaped(field)}</fields>`).join('')}<message>${escaped(message)}</message><statusCode>${errorCode}</statusCode>${duplicateResult ? duplicateResultXml(duplicateResult) : ''}</errors>`,
    );
    return `<result><accountId xsi:nil="true"/><contactId xsi:nil="true"/>${errors.join('')}<leadId>${escaped(input.leadId)}</leadId><opportunityId xsi:nil="true"/><success>false</success></result>`;
  }
}

function userInfo({ org, user }: Scene): string {
  const person = org.find('User', user)?.values;
  return `<result><organizationId>${org.info.id}</organizationId><organizationMultiCurrency>false</organizationMultiCurrency><orgDefaultCurrencyIsoCode>EUR</orgDefaultCurrencyIsoCode><userId>${user}</userId><userFullName>${escaped(String(person?.Name))}</userFullName><userEmail>${escaped(String(person?.Email))}</userEmail><userTimeZone>${escaped(String(person?.TimeZoneSidKey))}</userTimeZone></result>`;
}

function answer(name: string, inner: string): Response {
  return xml(200, `<${name}Response>${inner}</${name}Response>`);
}

function fault(error: SfError | undefined): Response {
  const code = error?.errorCode ?? 'UNKNOWN_EXCEPTION';
  const words = escaped(`${code}: ${error?.message ?? ''}`);
  return xml(
    500,
    `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${words}</faultstring></soapenv:Fault>`,
  );
}

function xml(status: number, body: string): Response {
  const names = [
    'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"',
    'xmlns="urn:partner.soap.sforce.com"',
    'xmlns:sf="urn:fault.partner.soap.sforce.com"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ];
  const text = `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope ${names.join(' ')}><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
  return new Response(text, { status, headers: { 'content-type': 'text/xml;charset=UTF-8' } });
}
