export { imageSource, largestImage, type ImageKind } from "@/lib/tmdb/images";
