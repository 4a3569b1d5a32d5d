using System.Collections.Immutable;

namespace SmtpAnalyzers.Naming;

/// <summary>The words around a term: they decide whether it counts, and none of them is an outcome.</summary>
internal static class ContextWords
{
    /// <summary>Turn the term that follows into its negation.</summary>
    public static readonly ImmutableHashSet<string> Negation = WordSplitter.InAnyForm("stop")
        .Union(WordSplitter.Exactly("not no non never cannot cant dont doesnt didnt wont shouldnt isnt wasnt skip prevent"));

    /// <summary>May stand between a negation and its term, or after the term: not to be retried, retry not allowed.</summary>
    public static readonly ImmutableHashSet<string> Filler =
        WordSplitter.Exactly("be been is are was to ever again more further a an allowed possible permitted sensible advised");

    /// <summary>What a mail is made of, and what may follow the verb for doing something with it.</summary>
    public static readonly ImmutableHashSet<string> Object = WordSplitter.InAnyForm(
        "message mail email letter newsletter notification recipient address user subscriber contact mailbox item job delivery send smtp")
        .Union(WordSplitter.Exactly("it them this the later now soon immediately required needed pending scheduled"));

    /// <summary>Words for an error, the last word after an adjective.</summary>
    public static readonly ImmutableHashSet<string> Error = WordSplitter.InAnyForm(
        "error failure fail exception problem issue condition fault code status reply response negative result outcome xx yz")
        .Union(WordSplitter.Exactly("unavailable rejected refused blocked deferred"));

    /// <summary>May stand between an adjective and its error.</summary>
    public static readonly ImmutableHashSet<string> ErrorContext =
        WordSplitter.Exactly("server network host provider service relay persistent");

    /// <summary>May stand before a term that must speak of mail.</summary>
    public static readonly ImmutableHashSet<string> MailContext = WordSplitter.Exactly("and as has have will should can must")
        .Union(WordSplitter.InAnyForm("mark set move add enqueue put handle report return"));

    /// <summary>May stand between an outcome and the end of the name.</summary>
    public static readonly ImmutableHashSet<string> Result = WordSplitter.Exactly("result exception send sending delivery to deliver");

    /// <summary>Speak of attempts, an age or a deadline.</summary>
    public static readonly ImmutableHashSet<string> Counting = WordSplitter.Exactly(
        "attempt attempts attempted tries retries count counts counter max maximum age deadline expire expires expired expiry expiration "
        + "elapsed since until created queued timeout ttl remaining limit limits budget capacity consecutive duration "
        + "days hours minutes seconds");

    /// <summary>Speak of attempts or a deadline even in the name of a bool: isLastAttempt, deadlineExpired.</summary>
    public static readonly ImmutableHashSet<string> CountingInFlags =
        WordSplitter.Exactly("attempt attempts tries deadline expired exhausted elapsed");

    /// <summary>Make a flag of a try one of an attempt: lastTry, but not tryAgain.</summary>
    public static readonly ImmutableHashSet<string> Ordinals = WordSplitter.Exactly("first second last final");

    /// <summary>Count where they are the last word: QueueFull, UtcNow, but not FullName.</summary>
    public static readonly ImmutableHashSet<string> CountingAtTheEnd = WordSplitter.Exactly("full now");

    /// <summary>Speak of the way to the server, which is not the mail.</summary>
    public static readonly ImmutableHashSet<string> Connection =
        WordSplitter.Exactly("connection connect connecting auth authentication authenticate login");

    /// <summary>
    /// Before a term they make the name one that counts, times, configures, asks, looks up, logs or handles an event: it states no outcome.
    /// A connection or a login is not the mail.
    /// </summary>
    public static readonly ImmutableHashSet<string> Blocking = Counting.Union(WordSplitter.Exactly(
        "min minimum total num number last next first previous current already nothing anything any maybe or if unless when while before "
        + "after on from with without per get find load fetch list check determine classify validate clear reset cancel remove delete "
        + "enable disable use configure ignore simulate dns tls ssl socket http ftp "
        + "database db"))
        .Union(Connection)
        .Union(WordSplitter.InAnyForm("log logger write print trace metric increment inc track tally"));

    /// <summary>How the name of a method that sends begins.</summary>
    public static readonly ImmutableArray<string> SendNames = ImmutableArray.Create("Send", "Deliver", "TrySend");

    /// <summary>How the name of one begins that makes one attempt, or is a part of another: it may choose the host itself.</summary>
    public static readonly ImmutableArray<string> AttemptNames = ImmutableArray.Create(
        "TryDeliver", "DoSend", "DoDeliver", "AttemptSend", "AttemptDeliver", "PerformSend", "ExecuteSend", "InternalSend");

    /// <summary>In the name of a method that sends the message which it is given.</summary>
    public static readonly ImmutableHashSet<string> Send = WordSplitter.Exactly("send deliver");

    /// <summary>In the name of a list of people who get mail: whoever is taken off it gets no more.</summary>
    public static readonly ImmutableHashSet<string> Subscription =
        WordSplitter.Exactly("subscriber subscribers subscription subscriptions contact contacts audience");

    /// <summary>
    /// Done to a recipient who gets no more mail at all, and in the name of a list of such. The options add none: a word for giving up may
    /// be about one message only.
    /// </summary>
    public static readonly ImmutableHashSet<string> Suppression = WordSplitter.Exactly(
        "suppress suppresses suppressed suppression suppressions unsubscribe unsubscribed deactivate deactivated blacklist blacklisted "
        + "blocklist blocklisted");

    /// <summary>One of them is in each of these words, however its parts are written.</summary>
    public static readonly ImmutableArray<string> SuppressionStems =
        ImmutableArray.Create("suppress", "subscribe", "deactivate", "blacklist", "blocklist");

    /// <summary>The verb in the name of a method that sends, which says nothing of how the sending went.</summary>
    public static readonly ImmutableHashSet<string> Sending =
        WordSplitter.Exactly("send deliver mail email notify dispatch transmit");

    /// <summary>What a broker's client or a channel is called, after the outcome that it is for: retryQueue, deadLetterSender.</summary>
    public static readonly ImmutableHashSet<string> Queue =
        WordSplitter.Exactly("queue topic exchange channel bus dlq sender publisher producer writer");

    /// <summary>Say of a name, or of the type of a value, that it is about mail.</summary>
    public static readonly ImmutableHashSet<string> Mail =
        WordSplitter.InAnyForm("mail email message letter newsletter notification outbox delivery");

    /// <summary>The words of a queue for mail, and of the method that adds to it: none says that it is for something else.</summary>
    public static readonly ImmutableHashSet<string> MailQueue = Mail.Union(Object).Union(Queue).Remove("dlq").Union(WordSplitter.Exactly(
        "queues enqueue async service client background task tasks dispatcher manager repository store storage worker for to in sending"));

    /// <summary>In the name of a method that gives something else each time it is called: NextHost, DequeueText.</summary>
    public static readonly ImmutableHashSet<string> Drawing =
        WordSplitter.InAnyForm("next take pop dequeue pick pull choose random rotate alternate");

    /// <summary>In the name of a method that may, if what it gives is a text.</summary>
    public static readonly ImmutableHashSet<string> Taking = Drawing.Union(WordSplitter.InAnyForm("receive read select"));

    /// <summary>The verb of a method that gives what its argument names, the same as long as that is.</summary>
    public static readonly ImmutableHashSet<string> LookUp = WordSplitter.Exactly("get load find fetch lookup resolve");

    /// <summary>In the name of a parameter that says which reply, or which class of replies, is good.</summary>
    public static readonly ImmutableHashSet<string> ExpectedReply = WordSplitter.Exactly("class expected expect digit prefix code reply");

    /// <summary>In the name of a delegate by which a caller is told something, beside the word "on" at its beginning.</summary>
    public static readonly ImmutableHashSet<string> Callback = WordSplitter.Exactly("callback handler");

    /// <summary>
    /// One of them is in the text of a file that uses a sender of the program's own, without the first letter, which is written either way.
    /// </summary>
    public static readonly ImmutableArray<string> SenderStems =
        ImmutableArray.Create("ailSender", "ailService", "SendMail", "SendEmail", "MailKit", "MimeMessage");

    /// <summary>One of them is in the text of a file that tries something again.</summary>
    public static readonly ImmutableArray<string> AttemptStems =
        ImmutableArray.Create("etry", "etries", "ttempt", "nqueue", "equeue", "Nack");

    /// <summary>In the name of a type or method that writes to a log.</summary>
    public static readonly ImmutableHashSet<string> Log = WordSplitter.Exactly("log logs logger logging serilog nlog");

    /// <summary>In the name of a type whose methods tell people or dashboards what happened.</summary>
    public static readonly ImmutableHashSet<string> ReportingType = Log.Union(WordSplitter.Exactly(
        "console debug debugger trace tracer tracing metric metrics telemetry counter meter activity diagnostic diagnostics"));

    /// <summary>The first word in the name of a method that does.</summary>
    public static readonly ImmutableHashSet<string> ReportingVerb =
        Log.Union(WordSplitter.Exactly("write print trace debug format describe append display report"));

    /// <summary>In the name of a method that waits, as they are written.</summary>
    public static readonly ImmutableArray<string> Waiting =
        ImmutableArray.Create("Sleep", "Delay", "Wait", "Backoff", "BackOff", "Pause", "Throttle", "Tick");

    /// <summary>Make a name a question that is answered with true or false.</summary>
    public static readonly ImmutableHashSet<string> Question =
        WordSplitter.Exactly("is are was should can could may must will needs worth");
}
