using System.Net;

namespace Web;

public static class Policy
{
    public static bool IsPermanent(HttpStatusCode code) => (int)code >= 400;

    public static bool ShouldRetry(HttpStatusCode code) => code is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable;
}
