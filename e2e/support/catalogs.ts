/** A catalog small enough to work an order off in a spec: one line becomes two domain orders and two tasks, one after the other. */

export const smallCatalog = {
  name: 'Small',
  serviceSpecification: [
    { id: 'internet', name: 'Internet', '@type': 'CustomerFacingServiceSpecification', lifecycleStatus: 'Active' },
    { id: 'access', name: 'Access line', '@type': 'ResourceFacingServiceSpecification', lifecycleStatus: 'Active' },
  ],
  fulfillmentDesk: {
    formatVersion: 1,
    label: 'Small',
    relationships: [{ id: 'internet-access', type: 'realizedAs', source: 'internet', target: 'access' }],
    planTemplates: [
      {
        id: 'build-access',
        name: 'Build the access line',
        tasks: [
          { key: 'survey', title: 'Survey the site', group: 'field', duration: 'PT2H' },
          {
            key: 'install',
            title: 'Install the line',
            group: 'field',
            duration: 'PT4H',
            after: ['survey'],
            fields: [
              { name: 'serial', label: 'Serial number', mandatory: true },
              { name: 'remark', label: 'Remark' },
            ],
          },
        ],
      },
    ],
    policies: [{ id: 'add-access', specification: 'access', actions: ['add'], planTemplate: 'build-access' }],
  },
};

/** The same with a bandwidth that the access line is built for, so that changing it has the work done anew. */
export const bandwidthCatalog = {
  ...smallCatalog,
  serviceSpecification: smallCatalog.serviceSpecification.map(specification => ({
    ...specification,
    specCharacteristic: [
      {
        name: 'bandwidth',
        valueType: 'integer',
        characteristicValueSpecification: [{ value: 100 }, { value: 200 }, { value: 500 }],
      },
    ],
  })),
  fulfillmentDesk: {
    ...smallCatalog.fulfillmentDesk,
    label: 'Bandwidth',
    mappings: [
      {
        source: 'internet',
        sourceCharacteristic: 'bandwidth',
        target: 'access',
        targetCharacteristic: 'bandwidth',
      },
    ],
  },
};
