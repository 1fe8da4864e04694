// Stands in for jsforce's schema of the whole SOAP API: Stagecheck reads its answers to two calls.

/** Field names and types as Salesforce's WSDL has them, in jsforce's notation: '?' may be null, [] is a list. */
export const ApiSchemas = {
  LeadConvertResult: {
    type: 'LeadConvertResult',
    props: {
      accountId: '?string',
      contactId: '?string',
      errors: ['Error'],
      leadId: '?string',
      opportunityId: '?string',
      success: 'boolean',
    },
  },
  GetUserInfoResult: {
    type: 'GetUserInfoResult',
    props: {
      orgDefaultCurrencyIsoCode: '?string',
      userEmail: '?string',
      userFullName: '?string',
      userId: 'string',
      userTimeZone: '?string',
    },
  },
  Error: {
    type: 'Error',
    props: { fields: ['?', 'string'], message: 'string', statusCode: 'string' },
  },
} as const;
