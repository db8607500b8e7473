export default definePageConfig({
  navigationBarTitleText: '两解决',
  enablePullDownRefresh: true,
})
