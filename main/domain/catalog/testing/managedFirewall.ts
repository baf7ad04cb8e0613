/** The worked example of the reference system: one customer-facing order, three resource-facing ones, three resources (domain.md A.6 item 10). */
import type { Catalog } from '../catalog.ts';
import { catalogOf, cfs, mapping, relationship, resource, rfs, rule, task, template } from './catalogRows.ts';

export const managedFirewall: Catalog = catalogOf({
  label: 'Managed Firewall',
  specifications: [
    {
      ...cfs('managed-firewall', { tier: 'standard', zones: null, threatPrevention: 'yes' }),
      name: 'Managed Firewall',
    },
    { ...rfs('firewall-administrator'), name: 'Firewall administrator' },
    { ...rfs('firewall-and-dmz', { zones: null }), name: 'Firewall and DMZ' },
    { ...rfs('threat-prevention'), name: 'Threat and Intrusion Prevention' },
    { ...rfs('reporting-portal'), name: 'Reporting portal' },
    { ...resource('admin-account'), name: 'Administrator account' },
    { ...resource('firewall-appliance', { zones: null }), name: 'Firewall appliance' },
    { ...resource('signature-licence'), name: 'Signature licence' },
  ],
  relationships: [
    relationship('realizedAs', 'managed-firewall', 'firewall-administrator', { order: 1 }),
    relationship('realizedAs', 'managed-firewall', 'firewall-and-dmz', { order: 2 }),
    relationship('realizedAs', 'managed-firewall', 'threat-prevention', { order: 3, mandatory: false }),
    relationship('composedOf', 'managed-firewall', 'reporting-portal', { order: 4 }),
    relationship('requires', 'firewall-administrator', 'admin-account'),
    relationship('requires', 'firewall-and-dmz', 'firewall-appliance'),
    relationship('requires', 'threat-prevention', 'signature-licence'),
  ],
  rules: [rule('managed-firewall', 'threat-prevention', 'threatPrevention', ['yes'])],
  mappings: [
    mapping(['managed-firewall', 'zones'], ['firewall-and-dmz', 'zones']),
    mapping(['firewall-and-dmz', 'zones'], ['firewall-appliance', 'zones']),
  ],
  planTemplates: [
    template('install', [
      task('stage', { durationMinutes: 120 }),
      task('install', { durationMinutes: 240, after: [{ kind: 'task', task: 'stage' }] }),
    ]),
    template('activate', [task('activate', { after: [{ kind: 'children' }] })]),
  ],
  policies: [
    { id: 'resources', kind: 'resource', planTemplate: 'install' },
    { id: 'resource-facing', facing: 'resource', planTemplate: 'activate' },
  ],
});
