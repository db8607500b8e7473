#!/usr/bin/env node
// `npm start`: install, build, serve. Old syntax only, see node-version.mjs.
import { whyNodeIsRefused } from './node-version.mjs'

var refusal = whyNodeIsRefused(process.versions.node)
if (refusal) {
  console.error(refusal)
  process.exitCode = 1
} else {
  import('./start-server.mjs').then(function (module) {
    return module.startServer()
  })
}
