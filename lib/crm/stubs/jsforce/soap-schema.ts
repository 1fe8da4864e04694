// Stands in for jsforce's schema of the whole SOAP API: of its answers, Stagecheck reads that of converting a lead.

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
  Error: {
    type: 'Error',
    props: { fields: ['?', 'string'], message: 'string', statusCode: 'string' },
  },
} as const;
