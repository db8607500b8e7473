import { ValidationPipe } from '@nestjs/common'
import { FaultyBody, faultsOf } from './faulty-body'
import { gatherRulesOnce } from './gather-rules-once'

/** Checks bodies and queries against their class: unknown fields are refused, not dropped, so that a typo is seen. */
export function bodyPipe(): ValidationPipe {
  gatherRulesOnce()
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    // The value tells what is missing from what is wrong; it is never repeated to its sender, nor to the log.
    validationError: { target: false, value: true },
    exceptionFactory: (errors) => new FaultyBody(faultsOf(errors)),
  })
}
