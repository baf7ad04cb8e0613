/** The code lists a person chooses from: why an order is rejected, what kind of fallout it is, why it happened, what was done. */

export const rejectionReasons = [
  'incompleteData',
  'notServiceable',
  'wrongSpecification',
  'duplicateOrder',
  'customerRequest',
  'creditOrContract',
  'other',
] as const;

/** The first three are those of the reference system (domain.md A.9). */
export const falloutTypes = [
  'provisioningFailure',
  'inventoryAllocationFailure',
  'billingIssue',
  'dataError',
  'siteAccess',
  'equipmentFault',
  'thirdPartyDelay',
  'other',
] as const;

export const rootCauses = [
  'wrongOrderData',
  'noInventory',
  'systemUnavailable',
  'equipmentDefect',
  'siteNotReady',
  'humanError',
  'thirdParty',
  'unknown',
] as const;

export const resolutionCodes = [
  'dataCorrected',
  'resourceReallocated',
  'retriedSuccessfully',
  'replacedEquipment',
  'workedAround',
  'notNeeded',
  'descoped',
  'other',
] as const;
