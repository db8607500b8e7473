export default definePageConfig({
  navigationBarTitleText: '一周简报',
  enablePullDownRefresh: true,
})
