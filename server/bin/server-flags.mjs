/**
 * A small server's memory. Left alone, V8 goes by that of the machine: where there is plenty, hundreds of MB come
 * together before it looks for what is no longer alive. Sizes in MB; Node 20 to 24 know all three.
 */
export const serverFlags = ['--max-semi-space-size=8', '--initial-old-space-size=96', '--heap-growing-percent=80']
