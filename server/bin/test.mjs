#!/usr/bin/env node
// `npm test`: install, build, run every suite. Old syntax only, see node-version.mjs.
import { whyNodeIsRefused } from './node-version.mjs'

var refusal = whyNodeIsRefused(process.versions.node)
if (refusal) {
  console.error(refusal)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
} else {
  import('./run-tests.mjs').then(function (module) {
    return module.runTests(process.argv.slice(2))
  })
}
