using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Whole files: how they name the codes, and how they are written.</summary>
public sealed class FileFixTests
{
    public static readonly FixCases Files = new()
    {
        {
            "An alias",
            """
            using SmtpCode = MailKit.Net.Smtp.SmtpStatusCode;

            class Rules
            {
                bool IsTransient(SmtpCode code) =>
                    code is SmtpCode.ServiceNotAvailable or SmtpCode.MailboxBusy or SmtpCode.InsufficientStorage
                        or {|SMTP1002:SmtpCode.TransactionFailed|};

                bool IsPermanent(SmtpCode code) => code is >= {|SMTP1001:SmtpCode.ServiceNotAvailable|};

                Verdict Of(SmtpCode code) => code switch
                {
                    >= {|SMTP1001:SmtpCode.ServiceNotAvailable|} => Verdict.Permanent,
                    _ => Verdict.Other,
                };
            }
            """,
            """
            using SmtpCode = MailKit.Net.Smtp.SmtpStatusCode;

            class Rules
            {
                bool IsTransient(SmtpCode code) =>
                    code is SmtpCode.ServiceNotAvailable or SmtpCode.MailboxBusy or SmtpCode.InsufficientStorage
                        or SmtpCode.ErrorInProcessing;

                bool IsPermanent(SmtpCode code) => (int)code is >= 500 and < 600;

                Verdict Of(SmtpCode code) => code switch
                {
                    >= (SmtpCode)500 and < (SmtpCode)600 => Verdict.Permanent,
                    _ => Verdict.Other,
                };
            }
            """
        },
        {
            "Using static",
            """
            using static MailKit.Net.Smtp.SmtpStatusCode;

            class Rules
            {
                bool IsTransient(MailKit.Net.Smtp.SmtpStatusCode code) =>
                    code is ServiceNotAvailable or MailboxBusy or InsufficientStorage or {|SMTP1002:TransactionFailed|};

                Verdict Of(MailKit.Net.Smtp.SmtpStatusCode code)
                {
                    switch (code)
                    {
                        case ServiceNotAvailable:
                            return Verdict.Retry;
                        case {|SMTP1001:MailboxBusy|} or MailboxUnavailable:
                            return Verdict.Permanent;
                        default:
                            return Verdict.Other;
                    }
                }

                Verdict ByRange(MailKit.Net.Smtp.SmtpStatusCode code) => code switch
                {
                    >= {|SMTP1001:ServiceNotAvailable|} => Verdict.Permanent,
                    _ => Verdict.Other,
                };
            }
            """,
            """
            using static MailKit.Net.Smtp.SmtpStatusCode;

            class Rules
            {
                bool IsTransient(MailKit.Net.Smtp.SmtpStatusCode code) =>
                    code is ServiceNotAvailable or MailboxBusy or InsufficientStorage or ErrorInProcessing;

                Verdict Of(MailKit.Net.Smtp.SmtpStatusCode code)
                {
                    switch (code)
                    {
                        case ServiceNotAvailable:
                        case MailboxBusy:
                            return Verdict.Retry;
                        case MailboxUnavailable:
                            return Verdict.Permanent;
                        default:
                            return Verdict.Other;
                    }
                }

                Verdict ByRange(MailKit.Net.Smtp.SmtpStatusCode code) => code switch
                {
                    >= (MailKit.Net.Smtp.SmtpStatusCode)500 and < (MailKit.Net.Smtp.SmtpStatusCode)600 => Verdict.Permanent,
                    _ => Verdict.Other,
                };
            }
            """
        },
        {
            "Full names",
            """
            namespace Mail
            {
                static class Rules
                {
                    static bool IsTransient(System.Net.Mail.SmtpException ex) =>
                        ex.StatusCode == System.Net.Mail.SmtpStatusCode.ServiceNotAvailable
                        || ex.StatusCode == System.Net.Mail.SmtpStatusCode.MailboxBusy
                        || ex.StatusCode == global::System.Net.Mail.SmtpStatusCode.InsufficientStorage
                        || ex.StatusCode == {|SMTP1002:global::System.Net.Mail.SmtpStatusCode.TransactionFailed|};

                    static Verdict Of(System.Net.Mail.SmtpException ex) => ex.StatusCode switch
                    {
                        >= {|SMTP1001:System.Net.Mail.SmtpStatusCode.ServiceNotAvailable|} => Verdict.Permanent,
                        _ => Verdict.Other,
                    };
                }
            }
            """,
            """
            namespace Mail
            {
                static class Rules
                {
                    static bool IsTransient(System.Net.Mail.SmtpException ex) =>
                        ex.StatusCode == System.Net.Mail.SmtpStatusCode.ServiceNotAvailable
                        || ex.StatusCode == System.Net.Mail.SmtpStatusCode.MailboxBusy
                        || ex.StatusCode == global::System.Net.Mail.SmtpStatusCode.InsufficientStorage
                        || ex.StatusCode == global::System.Net.Mail.SmtpStatusCode.LocalErrorInProcessing;

                    static Verdict Of(System.Net.Mail.SmtpException ex) => ex.StatusCode switch
                    {
                        >= (System.Net.Mail.SmtpStatusCode)500 and < (System.Net.Mail.SmtpStatusCode)600 => Verdict.Permanent,
                        _ => Verdict.Other,
                    };
                }
            }
            """
        },
        {
            "A code that may be null",
            """
            #nullable enable
            using MailKit.Net.Smtp;

            namespace Mail;

            static class Rules
            {
                static bool IsPermanent(SmtpStatusCode? code) => code >= {|SMTP1001:SmtpStatusCode.ServiceNotAvailable|};

                static bool IsTransient(SmtpCommandException? ex) =>
                    ex?.StatusCode is SmtpStatusCode.MailboxBusy or {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};
            }
            """,
            """
            #nullable enable
            using MailKit.Net.Smtp;

            namespace Mail;

            static class Rules
            {
                static bool IsPermanent(SmtpStatusCode? code) => (int?)code is >= 500 and < 600;

                static bool IsTransient(SmtpCommandException? ex) =>
                    (int?)ex?.StatusCode is >= 400 and < 500;
            }
            """
        },
        {
            "A code of an exception that may be null",
            """
            #nullable enable
            using MailKit.Net.Smtp;

            static class Rules
            {
                static bool IsHardBounce(SmtpCommandException? ex) =>
                    ex?.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|} || ex?.StatusCode == SmtpStatusCode.MailboxUnavailable;
            }
            """,
            """
            #nullable enable
            using MailKit.Net.Smtp;

            static class Rules
            {
                static bool IsHardBounce(SmtpCommandException? ex) =>
                    ex?.StatusCode == SmtpStatusCode.MailboxUnavailable;
            }
            """
        },
        {
            "Tabs",
            """
            using System.Collections.Generic;
            using MailKit.Net.Smtp;

            namespace Mail;

            static class Rules
            {
            	static readonly HashSet<SmtpStatusCode> Permanent = new()
            	{
            		SmtpStatusCode.MailboxUnavailable,
            		{|SMTP1001:SmtpStatusCode.MailboxBusy|},
            		SmtpStatusCode.MailboxNameNotAllowed,
            	};

            	static bool IsPermanent(SmtpStatusCode code) => Permanent.Contains(code);

            	static Verdict Of(SmtpStatusCode code)
            	{
            		switch (code)
            		{
            			case SmtpStatusCode.ServiceNotAvailable:
            				return Verdict.Retry;
            			case SmtpStatusCode.MailboxUnavailable:
            			{|SMTP1001:case SmtpStatusCode.MailboxBusy:|} // greylisting
            				return Verdict.Permanent;
            			default:
            				return Verdict.Other;
            		}
            	}
            }
            """,
            """
            using System.Collections.Generic;
            using MailKit.Net.Smtp;

            namespace Mail;

            static class Rules
            {
            	static readonly HashSet<SmtpStatusCode> Permanent = new()
            	{
            		SmtpStatusCode.MailboxUnavailable,
            		SmtpStatusCode.MailboxNameNotAllowed,
            	};

            	static bool IsPermanent(SmtpStatusCode code) => Permanent.Contains(code);

            	static Verdict Of(SmtpStatusCode code)
            	{
            		switch (code)
            		{
            			case SmtpStatusCode.ServiceNotAvailable:
            			case SmtpStatusCode.MailboxBusy: // greylisting
            				return Verdict.Retry;
            			case SmtpStatusCode.MailboxUnavailable:
            				return Verdict.Permanent;
            			default:
            				return Verdict.Other;
            		}
            	}
            }
            """
        },
        {
            "Conditional code between the labels",
            """
            using MailKit.Net.Smtp;

            class Rules
            {
                Verdict Of(SmtpStatusCode code)
                {
                    switch (code)
                    {
                        case SmtpStatusCode.ServiceNotAvailable:
                            return Verdict.Retry;
            #if STRICT
                        case SmtpStatusCode.ExceededStorageAllocation:
            #endif
                        {|SMTP1001:case SmtpStatusCode.MailboxBusy:|}
                        case SmtpStatusCode.MailboxUnavailable:
                            return Verdict.Permanent;
                        default:
                            return Verdict.Other;
                    }
                }
            }
            """,
            """
            using MailKit.Net.Smtp;

            class Rules
            {
                Verdict Of(SmtpStatusCode code)
                {
                    switch (code)
                    {
                        case SmtpStatusCode.ServiceNotAvailable:
                        case SmtpStatusCode.MailboxBusy:
                            return Verdict.Retry;
            #if STRICT
                        case SmtpStatusCode.ExceededStorageAllocation:
            #endif
                        case SmtpStatusCode.MailboxUnavailable:
                            return Verdict.Permanent;
                        default:
                            return Verdict.Other;
                    }
                }
            }
            """
        },
    };

    [Theory, MemberData(nameof(Files))]
    public Task Fixes_all(string source, string mended) => Verify.FileFix(source, mended);

    [Theory, MemberData(nameof(Files))]
    public Task Keeps_line_endings(string source, string mended) =>
        Verify.FileFix(WithCarriageReturns(source), WithCarriageReturns(mended));

    private static string WithCarriageReturns(string text) => text.Replace("\r\n", "\n").Replace("\n", "\r\n");
}
