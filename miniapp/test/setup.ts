import { TextDecoder, TextEncoder } from 'node:util'

// The code takes the WeChat branch, which most people hold in their hands; a test of the browser branch says so.
process.env.TARO_ENV = 'weapp'
Object.assign(globalThis, { TextDecoder, TextEncoder })
