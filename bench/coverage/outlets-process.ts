import { openOutlets } from './loopback-outlets';

// The outlets run in a process of their own: sharing one event loop with the worker they serve, a busy moment of
// the worker would show in their logs as a request that came too early or too late.
const { outlets, stranger } = await openOutlets(Number(process.argv[2]));
process.send?.({ outlets, stranger });
process.on('message', () => process.send?.({ outlets, stranger }));
process.on('disconnect', () => process.exit());
