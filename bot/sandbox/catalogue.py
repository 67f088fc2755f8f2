"""Which methods there are, and which parameters each supported one has, as the Bot API names them."""

# ruff: noqa: SIM905  words in a text read better here than 400 lines of quoted names

from __future__ import annotations

_SUPPORTED = """
getMe:
getUpdates: offset limit timeout allowed_updates
setWebhook: url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token
deleteWebhook: drop_pending_updates
getWebhookInfo:
sendMessage: business_connection_id chat_id message_thread_id direct_messages_topic_id text parse_mode
    entities link_preview_options disable_notification protect_content allow_paid_broadcast
    message_effect_id suggested_post_parameters reply_parameters reply_markup
sendPhoto: business_connection_id chat_id message_thread_id direct_messages_topic_id photo caption
    parse_mode caption_entities show_caption_above_media has_spoiler disable_notification
    protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters
    reply_markup
sendDocument: business_connection_id chat_id message_thread_id direct_messages_topic_id document
    thumbnail caption parse_mode caption_entities disable_content_type_detection disable_notification
    protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters
    reply_markup
sendVoice: business_connection_id chat_id message_thread_id direct_messages_topic_id voice caption
    parse_mode caption_entities duration disable_notification protect_content allow_paid_broadcast
    message_effect_id suggested_post_parameters reply_parameters reply_markup
sendVideo: business_connection_id chat_id message_thread_id direct_messages_topic_id video duration
    width height thumbnail cover start_timestamp caption parse_mode caption_entities
    show_caption_above_media has_spoiler supports_streaming disable_notification protect_content
    allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup
sendAnimation: business_connection_id chat_id message_thread_id direct_messages_topic_id animation duration
    width height thumbnail caption parse_mode caption_entities show_caption_above_media has_spoiler
    disable_notification protect_content allow_paid_broadcast message_effect_id
    suggested_post_parameters reply_parameters reply_markup
sendVideoNote: business_connection_id chat_id message_thread_id direct_messages_topic_id video_note duration
    length thumbnail disable_notification protect_content allow_paid_broadcast message_effect_id
    suggested_post_parameters reply_parameters reply_markup
sendAudio: business_connection_id chat_id message_thread_id direct_messages_topic_id audio caption
    parse_mode caption_entities duration performer title thumbnail disable_notification protect_content
    allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup
sendMediaGroup: business_connection_id chat_id message_thread_id direct_messages_topic_id media
    disable_notification protect_content allow_paid_broadcast message_effect_id reply_parameters
sendLocation: business_connection_id chat_id message_thread_id direct_messages_topic_id latitude
    longitude horizontal_accuracy live_period heading proximity_alert_radius disable_notification
    protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters
    reply_markup
copyMessage: chat_id message_thread_id direct_messages_topic_id from_chat_id message_id
    video_start_timestamp caption parse_mode caption_entities show_caption_above_media
    disable_notification protect_content allow_paid_broadcast message_effect_id
    suggested_post_parameters reply_parameters reply_markup
forwardMessage: chat_id message_thread_id direct_messages_topic_id from_chat_id video_start_timestamp
    disable_notification protect_content message_effect_id suggested_post_parameters message_id
editMessageText: business_connection_id chat_id message_id inline_message_id text parse_mode entities
    link_preview_options rich_message reply_markup
editMessageCaption: business_connection_id chat_id message_id inline_message_id caption parse_mode
    caption_entities show_caption_above_media reply_markup
editMessageReplyMarkup: business_connection_id chat_id message_id inline_message_id reply_markup
editMessageMedia: business_connection_id chat_id message_id inline_message_id media reply_markup
deleteMessage: chat_id message_id
deleteMessages: chat_id message_ids
answerCallbackQuery: callback_query_id text show_alert url cache_time
sendChatAction: business_connection_id chat_id message_thread_id action
getFile: file_id
getChat: chat_id
getChatMember: chat_id user_id
getChatMemberCount: chat_id
getChatAdministrators: chat_id return_bots
leaveChat: chat_id
setMyCommands: commands scope language_code
getMyCommands: scope language_code
deleteMyCommands: scope language_code
setMyName: name language_code
getMyName: language_code
setMyDescription: description language_code
getMyDescription: language_code
setMyShortDescription: short_description language_code
getMyShortDescription: language_code
pinChatMessage: business_connection_id chat_id message_id disable_notification
unpinChatMessage: business_connection_id chat_id message_id
"""
SUPPORTED: dict[str, frozenset[str]] = {
    name: frozenset(params.split())
    for name, _, params in (
        line.partition(":") for line in _SUPPORTED.replace("\n    ", " ").strip().splitlines()
    )
}

UNSUPPORTED: frozenset[str] = frozenset(
    """
    logOut close forwardMessages copyMessages sendLivePhoto sendPaidMedia
    sendVenue sendContact sendPoll sendChecklist sendDice sendMessageDraft setMessageReaction
    getUserProfilePhotos getUserProfileAudios setUserEmojiStatus banChatMember unbanChatMember
    restrictChatMember promoteChatMember setChatAdministratorCustomTitle setChatMemberTag
    banChatSenderChat unbanChatSenderChat setChatPermissions exportChatInviteLink createChatInviteLink
    editChatInviteLink createChatSubscriptionInviteLink editChatSubscriptionInviteLink
    revokeChatInviteLink approveChatJoinRequest declineChatJoinRequest answerChatJoinRequestQuery
    sendChatJoinRequestWebApp setChatPhoto deleteChatPhoto setChatTitle setChatDescription
    unpinAllChatMessages getUserPersonalChatMessages setChatStickerSet deleteChatStickerSet
    getForumTopicIconStickers createForumTopic editForumTopic closeForumTopic reopenForumTopic
    deleteForumTopic unpinAllForumTopicMessages editGeneralForumTopic closeGeneralForumTopic
    reopenGeneralForumTopic hideGeneralForumTopic unhideGeneralForumTopic
    unpinAllGeneralForumTopicMessages answerGuestQuery getUserChatBoosts getBusinessConnection
    getManagedBotToken replaceManagedBotToken getManagedBotAccessSettings setManagedBotAccessSettings
    setMyProfilePhoto removeMyProfilePhoto setChatMenuButton getChatMenuButton
    setMyDefaultAdministratorRights getMyDefaultAdministratorRights getAvailableGifts sendGift
    giftPremiumSubscription verifyUser verifyChat removeUserVerification removeChatVerification
    readBusinessMessage deleteBusinessMessages setBusinessAccountName setBusinessAccountUsername
    setBusinessAccountBio setBusinessAccountProfilePhoto removeBusinessAccountProfilePhoto
    setBusinessAccountGiftSettings getBusinessAccountStarBalance transferBusinessAccountStars
    getBusinessAccountGifts getUserGifts getChatGifts convertGiftToStars upgradeGift transferGift
    postStory repostStory editStory deleteStory answerWebAppQuery savePreparedInlineMessage
    savePreparedKeyboardButton editMessageLiveLocation stopMessageLiveLocation editMessageChecklist
    stopPoll approveSuggestedPost declineSuggestedPost deleteMessageReaction deleteAllMessageReactions
    sendSticker getStickerSet getCustomEmojiStickers uploadStickerFile createNewStickerSet
    addStickerToSet setStickerPositionInSet deleteStickerFromSet replaceStickerInSet setStickerEmojiList
    setStickerKeywords setStickerMaskPosition setStickerSetTitle setStickerSetThumbnail
    setCustomEmojiStickerSetThumbnail deleteStickerSet sendRichMessage sendRichMessageDraft
    answerInlineQuery sendInvoice createInvoiceLink answerShippingQuery answerPreCheckoutQuery
    getMyStarBalance getStarTransactions refundStarPayment editUserStarSubscription
    setPassportDataErrors sendGame setGameScore getGameHighScores
    """.split()
)

# What would change the outcome in a way that the sandbox doesn't know: refused rather than ignored.
REFUSED = frozenset(
    """
    business_connection_id message_thread_id direct_messages_topic_id suggested_post_parameters
    inline_message_id sender_chat_id rich_message video_start_timestamp live_period heading
    proximity_alert_radius
    """.split()
)

BY_LOWER = {name.lower(): name for name in SUPPORTED}
UNSUPPORTED_BY_LOWER = {name.lower(): name for name in UNSUPPORTED}
