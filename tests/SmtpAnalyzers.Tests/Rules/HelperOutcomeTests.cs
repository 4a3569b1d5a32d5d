namespace SmtpAnalyzers.Tests.Rules;

/// <summary>A handler that hands the mail to a function of the file whose name says nothing: what the function does counts.</summary>
public sealed class HelperOutcomeTests
{
    [Fact]
    public Task What_fails_otherwise_and_stays_pending_is_tried_again() => new Verifier("SMTP1").MailKit(Row + """
                catch (SmtpCommandException ex) {
                    row.Status = ex.StatusCode is SmtpStatusCode.MailboxBusy or {|SMTP1002:SmtpStatusCode.TransactionFailed|}
                        ? MailState.Pending : {|SMTP1001:MailState.Failed|};
                }
            }
            """);

    [Fact]
    public Task A_name_that_is_asked_for_digits_gives_everything_up() => new Verifier("SMTP1").MailKit(Row + """
                catch (SmtpCommandException ex) {
                    if (ex.StatusCode.ToString().StartsWith("4")) queue.Requeue(message);
                    {|SMTP1001:else|} row.Status = MailState.DeadLetter;
                }
            }
            """);

    private const string Row = """
        enum MailState { Pending, Sent, Failed, DeadLetter }
        class Row { public MailState Status { get; set; } public int Attempts { get; set; } public int MaxAttempts; public string Error; }
        async Task Run(Row row) {
            try { await client.SendAsync(message); row.Status = MailState.Sent; }

        """;

    public static readonly Cases PutOff = new()
    {
        { "counted, pending", """
                catch {|SMTP2001:(Exception ex)|} { HandleFailure(row, ex); }
            }
            static void HandleFailure(Row row, Exception ex) {
                row.Error = ex.Message; row.Attempts++;
                row.Status = row.Attempts >= row.MaxAttempts ? MailState.Failed : MailState.Pending;
            }
            """ },
        { "given up after some attempts, by a handler of its own", """
                catch (SmtpCommandException) when (row.Attempts >= 5) { row.Status = MailState.DeadLetter; }
                catch {|SMTP2001:(SmtpCommandException ex)|} { row.Error = ex.Message; row.Attempts++; row.Status = MailState.Pending; }
            }
            """ },
        { "asynchronous", """
                catch {|SMTP2001:(SmtpCommandException ex)|} { await OnErrorAsync(row, ex.Message); }
            }
            async Task OnErrorAsync(Row row, string error) { row.Attempts++; row.Status = MailState.Pending; await Task.Yield(); }
            """ },
    };

    public static readonly Cases GivenUp = new()
    {
        { "dead", """
                catch {|SMTP1001:(SmtpCommandException ex)|} { OnError(row, ex); }
            }
            void OnError(Row row, Exception ex) { row.Error = ex.Message; row.Status = MailState.DeadLetter; }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "the function looks at the code", """
                catch (SmtpCommandException ex) { OnError(row, ex); }
            }
            void OnError(Row row, SmtpCommandException ex) {
                row.Attempts++; row.Status = (int)ex.StatusCode >= 500 ? MailState.DeadLetter : MailState.Pending;
            }
            """ },
        { "the function looks at the type", """
                catch (SmtpCommandException ex) { OnError(row, ex); }
            }
            void OnError(Row row, Exception ex) {
                row.Attempts++;
                if (ex is SmtpCommandException { StatusCode: >= (SmtpStatusCode)500 }) row.Status = MailState.DeadLetter;
                else row.Status = MailState.Pending;
            }
            """ },
        { "the function asks another", """
                catch (SmtpCommandException ex) { OnError(row, ex); }
            }
            void OnError(Row row, Exception ex) { row.Attempts++; if (IsFinal(ex)) return; row.Status = MailState.Pending; }
            bool IsFinal(Exception ex) => ex.Message.Length > 3;
            """ },
        { "given up after some attempts", """
                catch (SmtpCommandException ex) { OnError(row, ex); }
            }
            void OnError(Row row, Exception ex) { row.Attempts++; if (row.Attempts > 5) row.Status = MailState.DeadLetter; }
            """ },
        { "each class has its function", """
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { Last(row); }
                catch (SmtpCommandException ex) { Next(row); }
            }
            void Last(Row row) { row.Status = MailState.DeadLetter; }
            void Next(Row row) { row.Attempts++; row.Status = MailState.Pending; }
            """ },
        { "without an end", """
                catch (SmtpCommandException ex) { OnError(row, ex); }
            }
            void OnError(Row row, Exception ex) { OnError(row, ex); }
            """ },
        { "one that may be overridden", """
                catch (SmtpCommandException ex) { OnError(row); }
            }
            protected virtual void OnError(object row) { ((Row)row).Status = MailState.DeadLetter; }
            """ },
    };

    [Theory, MemberData(nameof(PutOff))]
    public Task Every_refusal_is_put_off(string rest) => new Verifier("SMTP2001").MailKit(Row + rest);

    [Theory, MemberData(nameof(GivenUp))]
    public Task Every_refusal_is_given_up(string rest) => new Verifier("SMTP1001").MailKit(Row + rest);

    [Theory, MemberData(nameof(Silent))]
    public async Task Silent_where_it_is_right_or_unknown(string rest)
    {
        await new Verifier("SMTP2001").MailKit(Row + rest);
        await new Verifier("SMTP1001").MailKit(Row + rest);
    }
}
