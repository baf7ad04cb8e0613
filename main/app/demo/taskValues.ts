/** The values people record on the tasks of the demo: serial numbers, measurements, names. */
import type { TaskField } from '../../domain/catalog/catalog.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { CharacteristicValue } from '../../domain/vocabulary/captured.ts';
import type { Chance } from './chance.ts';
import { DAY, isoMinute } from './workTime.ts';

type Facts = {
  readonly chance: Chance;
  readonly at: number;
  /** Who takes the service over at the customer. */
  readonly contact: string;
};

const tenth = (chance: Chance, from: number, to: number): number => Math.round(chance.between(from, to) * 10) / 10;
const dayAfter = ({ at, chance }: Facts, most: number): string =>
  isoMinute(at + chance.whole(1, most) * DAY).slice(0, 10);

const texts: Readonly<Record<string, string>> = {
  serialNumber: 'FX##??######',
  managementIp: '10.4#.1##.2#',
  signatureVersion: '89##-9###',
  licenceKey: 'TP-????-####-????',
  loginName: 'fw-admin-###',
  circuitId: 'FL/ETH/0#####',
  permitNumber: 'SW-2####-??',
  splicePoint: 'JB-#### tray 0#',
  parcelNumber: 'PX##########GB',
  portId: 'ge-0/#/1#',
  separationProof: 'TRACE-#####',
  routerName: 'pe#-??',
  addressBlock: '198.51.100.#/29',
  hubAddress: '192.0.2.1##',
  iccid: '89440000000########',
  firstIccid: '89440000000########',
  wanPort: 'WAN#',
  testReport: 'TR-######',
  licenceNumber: 'MW-#####/##',
  cabinet: 'CAB-0#',
  registrationNumber: 'EM-######',
  requestNumber: 'PORT-######',
  trunkGroup: 'TG#####',
  firstNumber: '+44 1632 960##0',
  channelNumber: 'C#2',
  slot: '1/#/1',
  planDocument: 'RF-PLAN-####',
  addressPool: '100.64.##.0/24',
  rackNumber: 'DH2-R##',
  rackPosition: 'R0#-U1#',
  breaker: 'B#.1#',
  changeNumber: 'CHG#######',
  tenantName: 'tenant-####',
  storePlace: 'S#-##-?',
  blockedAt: 'pe#-?? ingress filter',
};

const others: Readonly<Record<string, (facts: Facts) => JsonValue>> = {
  zonesUp: ({ chance }) => chance.whole(2, 4),
  entryPoint: ({ chance }) => chance.pick(['Basement, north wall', 'Ground floor riser', 'Car park duct', 'Roof mast']),
  room: ({ chance }) => chance.pick(['Reception', 'Meeting room 2', 'Warehouse', 'Corridor east', 'Canteen']),
  opticalLossDb: ({ chance }) => tenth(chance, 1.2, 6.4),
  lightLevel: ({ chance }) => tenth(chance, -19.5, -9),
  vlanId: ({ chance }) => chance.whole(200, 3900),
  throughput: ({ chance }) => chance.pick([98, 197, 492, 986, 1968]),
  latency: ({ chance }) => tenth(chance, 4, 28),
  rsrp: ({ chance }) => chance.whole(-104, -78),
  switchoverSeconds: ({ chance }) => chance.whole(3, 14),
  frameLoss: () => 0,
  frameDelay: ({ chance }) => tenth(chance, 0.8, 6),
  receiveLevel: ({ chance }) => tenth(chance, -46, -34),
  mastHeight: ({ chance }) => chance.whole(12, 38),
  timeErrorNs: ({ chance }) => chance.whole(20, 380),
  preFecErrorRate: ({ chance }) => chance.pick([0.0002, 0.0005, 0.0011]),
  weakestSignal: ({ chance }) => chance.whole(-71, -58),
  voltage: ({ chance }) => chance.whole(229, 234),
  portingDate: facts => dayAfter(facts, 12),
  confirmedDate: facts => dayAfter(facts, 14),
  endDate: facts => dayAfter(facts, 20),
  changeWindow: facts => `${dayAfter(facts, 6)} 22:00-02:00`,
  acceptedBy: ({ contact }) => contact,
};

/** A value for every mandatory field, and for about half of the others. */
export function taskValues(fields: readonly TaskField[], facts: Facts): readonly CharacteristicValue[] {
  return fields.flatMap(field =>
    field.mandatory || facts.chance.happens(0.5) ? [{ name: field.name, value: valueOf(field, facts) }] : [],
  );
}

/** Tests end in their first option, which is that they passed. */
function valueOf({ name, valueType, options = [] }: TaskField, facts: Facts): JsonValue {
  const [first] = options;
  if (first !== undefined) return first === 'passed' ? first : facts.chance.pick(options);
  if (valueType === 'boolean') return true;
  const value = others[name]?.(facts) ?? facts.chance.text(texts[name] ?? '??-####');
  return valueType === 'number' && typeof value !== 'number' ? facts.chance.whole(1, 50) : value;
}
