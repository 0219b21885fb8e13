import { call } from '../messages/send';

// Runs before the popup's own script is loaded: a background that has to be started does so beside it.
void call('page.prepare', null);
