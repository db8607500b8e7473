import type { Payee } from '@huiying/shared/expenses'
import { maskNumbersIn } from '@huiying/shared/kernel'

/**
 * The payee as the book names him for good: whom a village's money went to is what its people are to know, so by name;
 * never by a number.
 */
export function payeeForAll({ name }: Pick<Payee, 'name'>): string {
  return maskNumbersIn(name)
}
