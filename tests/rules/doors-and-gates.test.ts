import { rules } from '../support/given.ts';

rules('doors', [
  ['DR1', { name: 'a welcome stands until changed', given: ['doors ARM none'], orders: ['ARM doors welcome energy USA'], then: ['doors ARM +energy:USA'] }],
  ['DR1', { name: 'doors turn before courts are counted', given: ['doors ARM none', 'shares ARM energy own 50 IRN 50'], orders: ['ARM doors welcome energy USA', 'USA court energy ARM'], then: ['courted USA ARM energy +8'] }],
  ['DR1', { name: 'a door that is shut counts no more', given: ['doors ARM +energy:USA', 'shares ARM energy own 50 IRN 50'], orders: ['ARM doors unwelcome energy USA', 'USA court energy ARM'], then: ['courted USA ARM energy +4'] }],
  ['DR2', { name: 'a bar tells in the turn in which it is set', given: ['doors ARM none', 'shares ARM energy own 50 IRN 50'], orders: ['ARM doors bar energy USA', 'USA court energy ARM'], then: ['courted USA ARM energy +1'] }],
  ['DR2', { name: 'a bar replaces a welcome to the same supplier', given: ['doors ARM +energy:USA'], orders: ['ARM doors bar energy USA'], then: ['doors ARM -energy:USA'] }],
  ['DR3', { name: 'barring a supplier that holds twenty gives it a grievance', given: ['doors ARM none', 'shares ARM energy RUS 20 own 80'], orders: ['ARM doors bar energy RUS'], then: ['grievance RUS against ARM until 5'] }],
  ['DR3', { name: 'one that holds nineteen has none', given: ['doors ARM none', 'shares ARM energy RUS 19 own 81'], orders: ['ARM doors bar energy RUS'], then: ['doors ARM -energy:RUS'], never: ['grievance RUS'] }],
]);

rules('gates', [
  ['RT1', { name: 'an owner sets its gate', orders: ['TUR setGate alican open'], then: ['gate alican closed→open'] }],
  ['RT1', { name: 'an owner posts a pair of guards', orders: ['ARM postGuard meghri ARM+EUR'], then: ['guard meghri RUS→ARM+EUR'] }],
  ['RT2', { name: 'a contested route gets its regime from its owners and costs them at home', given: ['pact p treaty public: ARM+AZE to ARM+AZE regime syunik-route monitored @1-4', 'track ARM stability 62', 'track AZE stability 70'], orders: [], then: ['regime syunik-route none→monitored', 'track ARM stability 62→52', 'track AZE stability 70→67'] }],
  ['RT2', { name: 'a regime goes with the agreement that carried it', given: ['pact p treaty public: ARM+AZE to ARM+AZE regime yeraskh-rail sovereign @1-1'], orders: [], then: ['regime yeraskh-rail none→sovereign'] }],
]);

rules('home', [
  ['GV1', { name: 'a government below sixty recovers by three', given: ['track ARM stability 52'], orders: [], then: ['track ARM stability 52→55'] }],
  ['GV1', { name: 'but not past sixty', given: ['track ARM stability 59'], orders: [], then: ['track ARM stability 59→60'] }],
  ['GV2', { name: 'above seventy it settles', given: ['track AZE stability 74'], orders: [], then: ['track AZE stability 74→73'] }],
  ['GV3', { name: 'an empty treasury costs one', given: ['track ARM treasury 0', 'track ARM stability 65'], orders: [], then: ['track ARM stability 65→64'] }],
  ['CR1', { name: 'a word below fifty slowly regains worth', given: ['track RUS credibility 34'], orders: [], then: ['track RUS credibility 34→35'] }],
  ['TN1', { name: 'a front that nobody stirs cools towards what it was', given: ['tension syunik 7'], orders: [], then: ['tension syunik 7→6'] }],
  ['TN1', { name: 'and no further', orders: [], then: [], never: ['tension'] }],
]);
