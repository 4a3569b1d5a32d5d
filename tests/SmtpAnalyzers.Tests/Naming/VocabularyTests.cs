using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Tests.Naming;

public sealed class VocabularyTests
{
    public static readonly TheoryData<string, string> Names = Table(
        // rules.md, "Words by default", word by word.
        ("GiveUp", "Permanent GiveUp GivingUp GaveUp HardBounce Bounced Undeliverable Unsendable DeadLetter Suppress Unsubscribe Abandon"),
        ("GiveUp", "Drop Discard Terminal Fatal"),
        ("GiveUp", "NonRetryable InvalidRecipient InvalidMailbox InvalidAddress InvalidUser UnknownRecipient UnknownMailbox"),
        ("GiveUp", "UnknownAddress UnknownUser UserUnknown"),
        ("Retry", "Retry Requeue ReEnqueue Reschedule Transient Temporary TempFail Defer Postpone TryAgain Later BackOff Throttle"),
        ("Retry", "RateLimit Greylist SoftBounce"),
        ("Delivered", "Delivered Sent Accepted Success Succeeded Ok Done"),
        ("Failure", "Fail Failure Failed Error Refused Rejected"),

        // patterns.md, "Words for outcomes".
        ("Retry", "IsTransient IsTransientError IsTransientSmtpError IsTransientFailure IsTransientStatus IsTransientStatusCode"),
        ("Retry", "IsTemporary IsRetryable"),
        ("Retry", "IsRetryableException IsRetriableError IsRetryCode ShouldRetry CanRetry CanRecoverFromException"),
        ("Retry", "IsExceptionWorthRetrying ShouldAttemptRedelivery"),
        ("GiveUp", "IsPermanent IsPermanentFailure IsPermanentError IsPermanentSmtpFailure IsPermanentRecipientFailure IsHardBounce"),
        ("None", "IsConnectionProblem IsConclusive Classify ClassifyError Categorize MapStatus NothingSent"),
        ("Failure", "HandleFailedSend SafeFailure"),
        ("Retry", "TransientFailure TemporaryFailure TransientNegative PersistentTransientFailure Retryable RetryLater TryOnceAgain"),
        ("Retry", "AfterDelay Deferred"),
        ("Retry", "Throttled RateLimited Greylisted Soft"),
        ("GiveUp", "PermanentFailure PermFail PermanentNegative Never Hard SendingImpossible Dropped DeadEmails Dead Suppressed"),
        ("Failure", "RecipientRejected"),
        ("None", "ProviderUnavailable MessageIncorrect Aborted Critical SentMaybe Unknown UnknownAfterData ResponseLost Inconclusive"),
        ("Retry", "TransientFailureException NotificationTemporaryException RetryableSmtpException isTransient retry canRetry"),
        ("Retry", "canBeResend shouldRetry isRetryAllowed"),
        ("GiveUp", "TerminalSmtpException NonRetryableException PermanentDeliveryException isPermanent permanent"),
        ("None", "EmailDeliveryException"),

        // Forms, spellings and ways to write a name.
        ("Retry", "retrying Retriable RETRY_LATER ReQueue Requeued RequeuingAsync ShouldBeRetried WillBeRetried CanBeResent GreyListed"),
        ("Retry", "BackingOff Postponed Rescheduled"),
        ("Retry", "RefireImmediately ScheduleNextAttempt ScheduleNextAttemptAsync ScheduleAnotherAttempt mail_retry"),
        ("None", "NextAttempt ScheduleNextReport LastAttempt IsInvalid Invalid AbandonMessage"),
        ("GiveUp", "MarkInvalid MarkAsInvalid MarkInvalidEmail FlagInvalidAsync mail_dead_letter emails_dlq"),
        ("Retry", "ScheduleRetry EnqueueForRetry MoveToRetryQueue RetryMessageAsync RetryFailedMessage SMTPTransientError Transient4xx"),
        ("Retry", "TemporarilyUnavailable SmtpRetryException"),
        ("Retry", "RequeueForRetry MessageDeferred TransientNetworkError ThrottlingException RateLimitExceededException ShouldRetrySend"),
        ("Retry", "RetryNow WaitAndRetryAsync DeferMessage ShouldRetry2 SoftFailure"),
        ("GiveUp", "Deadletter DeadLettered MoveToDeadLetterQueue dead_letter DroppedMessage DropMessage DiscardMail AbandonedDelivery"),
        ("GiveUp", "SuppressRecipient AddToSuppressionList"),
        ("GiveUp", "HardBounced HardFailure Unsubscribed UnDeliverable Bounce BounceMessage FailPermanently PermanentlyFailed"
            + " PermanentlyRejected"),
        ("GiveUp", "NoSuchUser Permanent5xx"),
        ("Delivered", "MarkAsSent MessageSent EmailDelivered SentSuccessfully IsSuccess isOK MarkDelivered AcceptedForDelivery"),
        ("Delivered", "SendSucceeded"),
        ("Failure", "DeliveryFailed SendFailed SendFailedException HasErrors FailureResult FailedDelivery FailedToSend ErrorSending"),
        ("Failure", "MessageRejected"),

        // Negation.
        ("GiveUp", "DoNotRetry NoRetry NotRetryable CannotRetry ShouldNotRetry DontRetry StopRetrying StoppedRetrying NeverRetry"),
        ("GiveUp", "NoMoreRetries RetryExhausted RetriesExhausted"),
        ("GiveUp", "NotTransient NonTransientError Nonretryable RetryNotAllowed RetryNever ShouldNotBeRetried DoNotAttemptRetry"),
        ("GiveUp", "CanNotBeRetried IsNotTransientFailure"),
        ("Failure", "NotDelivered NotSent Undelivered Unsuccessful NeverDelivered NotAccepted"),
        ("None", "NotPermanent IsNotFatal NonFatalError NoPermanentFailure NoError NotFailed NeverGiveUp NotThrottled NotDeferred"),
        ("None", "NotASoftBounce NotYetDelivered"),
        ("None", "RetryNo NoReplyRetry NoRetryNeeded RetryNotRequired NoReply NotUndeliverable"),
        ("Retry", "NotNonRetryable"),

        // Two outcomes in one name.
        ("GiveUp", "PermanentFailureError RejectedPermanently FatalDeliveryError"),
        ("Retry", "TemporaryError TransientSmtpException DeliveryFailedTemporarily SoftBounced"),
        ("None", "RetryFailed RetryError RequeueSucceeded SuppressFailed RetryOrGiveUp TransientOrPermanent MaxRetriesBeforeDeadLetter"),
        ("None", "PermanentlyDeferred"),

        // Names that count, time, configure, ask or log.
        ("None", "RetryCount MaxRetries Retries RetryDelay RetryPolicy RetryAfter RetryAfterDelay RetryAttempt RetryAttempts"),
        ("None", "DroppedCount SentAt LastRetryTime RetryOptions"),
        ("None", "RetryInterval RetryHandler RetryStrategy RetryQueueName NextRetry RetryUntil EnableRetry UseRetryPolicy OnRetry"),
        ("None", "SendWithRetry BounceRate SuccessRate"),
        ("None", "ErrorMessage ErrorCode ErrorText FailedRecipient FailureReason SmtpFailedRecipientException LastError LogError"),
        ("None", "LogFatal WriteError ThrowIfFailed ErrorHandler"),
        ("None", "IsRetry Retried WasRetried Resent AlreadySent BytesSent DateSent SentItems SentMessage AcceptedRecipients OnSuccess"),
        ("None", "PartialSuccess"),
        ("None", "GetTransientErrors ClearRetry RemoveFromRetryQueue CheckRetry FailFast RetryOnNextServer RetryWithNextHost"),
        ("None", "RecipientNotAccepted OnSenderNotAccepted"),

        // Whole words, in their own meaning.
        ("None", "Dropdown DropFolder DropDirectory ConnectionDropped Consent Collateral Token Broken Abandonware Terminals2Go"),
        ("None", "SuppressFinalize TerminalWidth Softly HardDisk"),
        ("None", "TempFile TemporaryFile TempMessage TemporaryMailbox PermanentAddress TransientLifetime OkButton DoneEvent CommandSent"),
        ("None", "QuitSent SavedForm SendLaterOptions"),
        ("None", "Send Delivery Deliver IsBounce ConnectionFailed AuthenticationFailed LoginSucceeded ConnectRetry LaterDate"),
        ("None", "AbandonedMutexException DiscardBuffer PermanentRedirect AbandonMessage AbandonMessageAsync"),
        ("None", "IsTransientConnectionError PermanentAuthenticationFailure AuthRetry SoftDelete RetrySemaphore"),
        ("None", "TransientFaultHandlingOptions FatalExceptionHandler GiveUpAfterAttempts"),
        ("None", "Now RetryingPolicies SuccessfulCount DeferredTask Bouncer Unsent Resuppress FailedMessages RejectedRecipients"),
        ("None", "DiscardChanges UnsubscribeLink SuppressionReason"),
        ("None", "_ @ X 重试"),

        // What the words around a term do.
        ("Retry", "RequeueRetry ErrorRetry NotPermanentRetry DoNotRetryNever TransientNet"),
        ("Retry", "TransientMailKitErrorFromServer TransientErrorFromConnection DeferredFromServer TransientRejectionFromProvider"),
        ("Retry", "TransientProviderRejection TransientServerAccepted TransientReplyAccepted"),
        ("Delivered", "SentResult SentTo"),
        ("None", "IsNot NotQuickRetry TransientConnectionError TransientRejectionPanel TransientKitDelivered TransientReplyPanel"
            + " TransientMailAccepted"),
        ("None", "TransientConnection550"),
        ("GiveUp", "DoNotRetryFailed"));

    public static readonly TheoryData<string, string> TrueFlags = Table(
        ("Retry", "IsTransient shouldRetry canRetry isRetryable CanBeResent ShouldAttemptRedelivery IsExceptionWorthRetrying CanRecover"),
        ("Retry", "requeue mustRetry"),
        ("GiveUp", "isPermanent doNotRetry shouldGiveUp isHardBounce isFatal suppress"),
        ("Delivered", "delivered sent success IsSuccess IsSuccessful ok accepted done IsPositive"),
        ("Failure", "failed hasError isError notSent"),
        ("None", "isNotPermanent noError isRetry retried isConnected"));

    public static readonly TheoryData<string, string> FalseFlags = Table(
        ("GiveUp", "shouldRetry canRetry retry isRetryable isTransient isTransientFailure IsTemporary requeue willBeRetried canBeResend"),
        ("GiveUp", "isRetryAllowed isRecoverable"),
        ("Retry", "doNotRetry isNonRetryable noRetry nonRetryable"),
        ("Failure", "delivered sent success IsSuccess ok accepted"),
        ("Delivered", "notSent undelivered"),
        ("None", "isPermanent isFatal failed hasError isError done requeued retried isThrottled isDeferred temporarilyUnavailable"),
        ("None", "isSoftBounce isThrottledError retrySucceeded"));

    public static readonly TheoryData<string, string> Predicates = Table(
        ("TransientNegative", "IsTransient IsTransientError IsTransientSmtpStatusCode IsTemporary IsTemporaryFailure ShouldRetry"),
        ("TransientNegative", "IsRetryable IsRetryCode CanRetry ShouldRetryAsync ErrorIsTransient IsTransientSmtp"),
        ("PermanentNegative", "IsPermanent IsPermanentFailure IsHardBounce IsFatal ShouldGiveUp"),
        ("PositiveCompletion", "IsSuccess IsSuccessStatusCode IsPositive IsPositiveCompletion"),
        ("", "Retry Transient HandleTransient IsThrottled IsGreylisted IsSoftBounce IsInvalidRecipient IsNotTransient IsNonRetryable"),
        ("", "ShouldNotRetry IsError IsConnected IsOk"),
        ("", "IsTransientOrUnknown IsTransientOrPermanent CanRetryWithNextHost IsRetry IsTransientConnection"),
        ("", "IsTransientAuthenticationFailure IsRecoverable CanRecover"));

    public static readonly TheoryData<string, string> CountingNames = Table(
        ("True", "attempt attempts MaxAttempts tries tryCount retryCount retries count max age messageAge deadline expires expired"),
        ("True", "expiry elapsed since until"),
        ("True", "created createdAt queuedAt timeout ttl remaining limit budget capacity isQueueFull retriesExhausted UtcNow MAX_TRIES"),
        ("False", "ShouldAttemptRedelivery rateLimited fullName message page account discount climax country retry shouldRetry tryAgain"));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_states(string name, string outcome) => Assert.Equal(outcome, $"{Vocabulary.Default.OfName(name)}");

    [Theory]
    [MemberData(nameof(TrueFlags))]
    public void A_true_flag_states(string name, string outcome) => Assert.Equal(outcome, $"{Vocabulary.Default.WhenTrue(name)}");

    [Theory]
    [MemberData(nameof(FalseFlags))]
    public void A_false_flag_states(string name, string outcome) => Assert.Equal(outcome, $"{Vocabulary.Default.WhenFalse(name)}");

    [Theory]
    [MemberData(nameof(Predicates))]
    public void A_predicate_is_true_for(string name, string replyClass) =>
        Assert.Equal(replyClass, $"{Vocabulary.Default.PredicateClass(name)}");

    [Theory]
    [MemberData(nameof(CountingNames))]
    public void A_name_counts(string name, string counts) => Assert.Equal(counts, $"{Vocabulary.Default.IsCounting(name)}");

    [Theory]
    [InlineData("Mailbox full, will retry", "Retry")]
    [InlineData("Temporary  failure", "Retry")]
    [InlineData("{0} TEMPORARILY FAILED", "Retry")]
    [InlineData("Message was re-queued", "Retry")]
    [InlineData("Could not be delivered: will be retried", "Retry")]
    [InlineData("We will not retry", "GiveUp")]
    [InlineData("It won't retry", "GiveUp")]
    [InlineData("It won\u2019t retry", "GiveUp")]
    [InlineData("Do not retry later", "GiveUp")]
    [InlineData("giving up", "GiveUp")]
    [InlineData("permanent\nfailure for {0}", "GiveUp")]
    [InlineData("hard bounce", "GiveUp")]
    [InlineData("Mailbox does not exist", "GiveUp")]
    [InlineData("moved to dead-letter", "GiveUp")]
    [InlineData("Temporary failure, giving up", "None")]
    [InlineData("Mailbox does not exist, will retry", "None")]
    [InlineData("This is not a permanent failure", "None")]
    [InlineData("Please try again later.", "None")]
    [InlineData("The mail service is temporarily unavailable", "None")]
    [InlineData("Don't try again later", "None")]
    [InlineData("will retrying", "None")]
    [InlineData("impermanent failures", "None")]
    [InlineData("permanent. Failure", "None")]
    [InlineData("retry", "None")]
    [InlineData("sent", "None")]
    [InlineData("This is not only a permanent failure", "GiveUp")]
    [InlineData("No: permanent failure", "GiveUp")]
    [InlineData("Non-retryable SMTP error for {Email}", "GiveUp")]
    [InlineData("Permanent SMTP error 550", "GiveUp")]
    [InlineData("Email address is invalid", "GiveUp")]
    [InlineData("The mail cannot be retried", "GiveUp")]
    [InlineData("The recipient was permanently rejected", "GiveUp")]
    [InlineData("Transient SMTP failure, queued for retry", "Retry")]
    [InlineData("It will be sent again", "Retry")]
    [InlineData("Not queued for retry", "None")]
    [InlineData("It wasn't a permanent failure", "None")]
    [InlineData("giving up will retry", "None")]
    [InlineData("", "None")]
    public void A_text_states(string text, string outcome) => Assert.Equal(outcome, $"{Vocabulary.Default.OfText(text)}");

    [Theory]
    [InlineData("park", "ParkedMessage", "Retry")]
    [InlineData("ParkForTomorrow", "ParkForTomorrow", "Retry")]
    [InlineData("park it", "ParkItNow", "Retry")]
    [InlineData("reintentar", "DebeReintentarEnvio", "Retry")]
    [InlineData("provider unavailable", "ProviderUnavailable", "Retry")]
    [InlineData("rejected", "Rejected", "Retry")]
    [InlineData("park", "ParkCount", "None")]
    [InlineData("park", "Parker", "None")]
    [InlineData("-throttled", "ThrottledError", "Failure")]
    [InlineData("-later", "Later", "None")]
    [InlineData("-later", "Retry", "Retry")]
    [InlineData("-permanent", "Permanent", "GiveUp")]
    [InlineData("", "Retry", "Retry")]
    [InlineData("-", "Retry", "Retry")]
    public void A_word_for_retrying_can_be_added_or_taken_out(string word, string name, string outcome) =>
        Assert.Equal(outcome, $"{Vocabulary.Default.With(Outcome.Retry, [word]).OfName(name)}");

    [Theory]
    [InlineData("GiveUp", "-does not exist", "The file does not exist", "None")]
    [InlineData("GiveUp", "-does not exist", "Permanent failure", "GiveUp")]
    [InlineData("Retry", "-permanent failure", "Permanent failure", "GiveUp")]
    [InlineData("Retry", "permanent failure", "Permanent failure", "None")]
    public void A_phrase_taken_out_is_no_longer_read_in_text(string of, string word, string text, string outcome) =>
        Assert.Equal(outcome, $"{Vocabulary.Default.With(Enum.Parse<Outcome>(of), [word]).OfText(text)}");

    [Fact]
    public void An_added_retry_word_is_denied_by_false() =>
        Assert.Equal(Outcome.GiveUp, Vocabulary.Default.With(Outcome.Retry, ["park"]).WhenFalse("shouldPark"));

    [Fact]
    public void An_added_success_word_is_denied_by_false() =>
        Assert.Equal(Outcome.Failure, Vocabulary.Default.With(Outcome.Delivered, ["posted"]).WhenFalse("isPosted"));

    [Fact]
    public void What_remembers_can_be_added_to()
    {
        var words = Vocabulary.Default.Remembering();
        Assert.Equal((Outcome.Retry, Outcome.Retry), (words.OfName("Requeue"), words.OfName("Requeue")));
        Assert.Equal(Outcome.Retry, words.With(Outcome.Retry, ["park"]).OfName("ParkedMessage"));
    }

    [Theory]
    [InlineData("isLastAttempt", true)]
    [InlineData("deadlineExpired", true)]
    [InlineData("lastTry", true)]
    [InlineData("tryAgain", false)]
    [InlineData("isLast", false)]
    [InlineData("queueFull", false)]
    public void A_flag_counts(string name, bool counts) => Assert.Equal(counts, Vocabulary.IsCountingFlag(name));

    [Theory]
    [InlineData("TrySend", true)]
    [InlineData("TryDeliverAsync", true)]
    [InlineData("TryParse", false)]
    [InlineData("SendTry", false)]
    [InlineData("Send", false)]
    public void A_method_tries_to_send(string name, bool tries) => Assert.Equal(tries, Vocabulary.IsTryingToSend(name));

    private static TheoryData<string, string> Table(params (string Expected, string Names)[] rows)
    {
        var data = new TheoryData<string, string>();
        foreach (var (expected, names) in rows)
        {
            foreach (var name in names.Split(' '))
                data.Add(name, expected);
        }

        return data;
    }

    [Theory]
    [InlineData("", "SendFailed", true)]
    [InlineData("", "MailNotSent", true)]
    [InlineData("", "MailSent", false)]
    [InlineData("lost", "MailLost", true)]
    [InlineData("", "MailLost", false)]
    [InlineData("-fail", "SendFailed", false)]
    [InlineData("-fail", "SendRefused", true)]
    [InlineData("-refused", "SendFailed", true)]
    public void A_list_knows_its_words_and_those_that_are_added_to_its_outcome_or_taken_out(string option, string name, bool has)
    {
        var words = Vocabulary.Default.With(Outcome.Failure, option.Length == 0 ? [] : [option]);
        Assert.Equal(has, words.Has(WordList.Failed, name));
    }

    [Fact]
    public void A_word_that_was_given_another_meaning_is_none_of_a_list() =>
        Assert.False(Vocabulary.Default.With(Outcome.Retry, ["refused"]).Has(WordList.Failed, "SendRefused"));
}
