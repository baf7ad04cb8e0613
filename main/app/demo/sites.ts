/** Where the customers of the demo are and whom one calls there; the same site comes back in every order for it. */
import type { Contact, Location } from '../../domain/vocabulary/captured.ts';
import { chanceOf } from './chance.ts';
import type { City, Customer, DemoData } from './demoData.ts';

export type Site = {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly streetNr: string;
  readonly streetName: string;
  readonly postcode: string;
};

export const country = 'United Kingdom';

export function addressOf({ streetNr, streetName, city, postcode }: Site): string {
  return `${streetNr} ${streetName}, ${city}, ${postcode}, ${country}`;
}

export const locationOf = (site: Site): Location => ({
  id: site.id,
  name: site.name,
  role: 'installationSite',
  address: addressOf(site),
});

/** The customer's sites, spread over its cities in turn: the first `count` of them. */
export function sitesOf(data: DemoData, customer: Customer, count: number): readonly Site[] {
  const { site } = data.sectors[customer.sector] ?? { site: 'Site' };
  const code = codeOf(customer);
  return Array.from({ length: count }, (_, index) => {
    const place = customer.cities[index % customer.cities.length] ?? '';
    const city = cityOf(data, place);
    const round = Math.floor(index / customer.cities.length) + 1;
    const chance = chanceOf(seedOf(customer), index);
    return {
      id: `${code}-${place.slice(0, 3).toUpperCase()}-${String(round).padStart(2, '0')}`,
      name: `${customer.name} ${place} ${site}${round === 1 ? '' : ` ${round}`}`,
      city: place,
      streetNr: String(chance.whole(1, 240)),
      streetName: chance.pick(city.streets),
      postcode: `${city.postcode}${chance.whole(1, 28)} ${chance.text('#??')}`,
    };
  });
}

export function contactOf(data: DemoData, customer: Customer): Contact {
  const chance = chanceOf(seedOf(customer), 77);
  const city = cityOf(data, customer.cities[0] ?? '');
  const [first = '', last = ''] = customer.contact.toLowerCase().split(' ');
  return {
    name: customer.contact,
    role: 'technicalContact',
    email: `${first}.${last}@${slugOf(customer)}.example.com`,
    phone: chance.happens(0.4) ? chance.text('+44 7700 900###') : chance.text(`${city.phone}###`),
  };
}

/** `northmoor`, for mail addresses, network names and logins. */
export const slugOf = ({ name }: Customer): string => name.toLowerCase().split(/[^a-z]+/)[0] ?? 'customer';

const codeOf = ({ name }: Customer): string =>
  name
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
    .slice(0, 4);

const seedOf = ({ id }: Customer): number => Number(id.replaceAll(/\D/g, ''));

function cityOf({ cities }: DemoData, name: string): City {
  const city = cities.find(one => one.name === name);
  if (city === undefined) throw new Error(`The demo knows no city ${name}`);
  return city;
}
