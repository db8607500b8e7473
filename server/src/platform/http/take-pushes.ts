import { errorCodes, type FastifyInstance } from 'fastify'

/** Where WeChat's own messages arrive. */
const PUSH = '/api/wechat/push'

/**
 * WeChat sends its JSON now under this name, now under that. Anywhere else a form could send plain text from a strange
 * page, so only this address, which looks at a signature and at no session, takes it.
 */
export function takePushes(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(['text/plain', 'text/xml'], { parseAs: 'string' }, (request, body, done) => {
    if (request.url.split('?')[0] === PUSH) done(null, body)
    else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(request.headers['content-type']), undefined)
  })
}
