import { ticketUrl } from '@/features/identity'

/**
 * What a group sees of a ticket: that there is one, and nothing of whom or what. Without a picture of its own WeChat
 * would put a screenshot of the page on the card, words and names with it.
 */
export function shareCard(id: string): { readonly title: string; readonly path: string; readonly imageUrl: string } {
  return {
    title: '村里有一件事，点开看看办到哪一步了',
    path: ticketUrl(id),
    imageUrl: '/assets/share-card.png',
  }
}
