import { ValidationPipe } from '@nestjs/common'
import { FaultyBody, faultsOf } from './faulty-body'

/** Checks bodies and queries against their class: unknown fields are refused, not dropped, so that a typo is seen. */
export function bodyPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    // What somebody sent is never repeated to him, nor to the log.
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new FaultyBody(faultsOf(errors)),
  })
}
